package org.kvartal.reports.mart;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

/** What was published last before a night, for the marts that compare the two. Empty on the first night. */
final class PreviousNight {
    static final TableSpec OPPORTUNITIES = new TableSpec(
                    "previous",
                    CrmTables.OPPORTUNITIES.name(),
                    "Opportunities as they were published last before this night, and the chance they had.",
                    CrmTables.OPPORTUNITIES.key(),
                    CrmTables.OPPORTUNITIES.columns())
            .with(ForecastTables.DEAL_OUTLOOK.column("win_in_quarter"));

    /** Columns that a later release may add are not looked for in what an earlier one has written. */
    static final TableSpec QUARTER_OUTLOOK = TableSpec.of(
            "previous",
            ForecastTables.QUARTER_OUTLOOK.name(),
            "The outlook of the quarter as it was published last before this night.",
            ForecastTables.QUARTER_OUTLOOK.key(),
            Stream.of("quarter", "first_day", "last_day", "mean", "new_mean", "evidence")
                    .map(ForecastTables.QUARTER_OUTLOOK::column)
                    .toArray(Column[]::new));

    /** What months were reported at, carried on by {@link Marts#RESTATED_BOOKINGS}. */
    static final TableSpec RESTATED_BOOKINGS = restatedBookings("previous");

    private final Night night;

    PreviousNight(Night night) {
        this.night = night;
    }

    void keep() {
        LakeSession session = night.session();
        session.replace(OPPORTUNITIES, opportunities(session));
        session.replace(QUARTER_OUTLOOK, before(session, ForecastTables.QUARTER_OUTLOOK));
        session.replace(RESTATED_BOOKINGS, before(session, restatedBookings("mart")));
    }

    private static TableSpec restatedBookings(String namespace) {
        return TableSpec.of(
                namespace,
                "restated_bookings",
                "What was reported of the months that were over, by the night published last before this one.",
                List.of("opportunity_id", "month"),
                Column.id("opportunity_id", "Opportunity."),
                Column.date("month", "First day of the month of closing."),
                Column.date("reported_on", "Night that reported the month first."),
                Column.integer("reported_count", "1 if it was won in the month by that report, else 0."),
                Column.money("reported_amount", "Agreed, by that report."),
                Column.date("known_on", "Night of what was known last."));
    }

    private Dataset<Row> opportunities(LakeSession session) {
        Dataset<Row> chances = before(session, ForecastTables.DEAL_OUTLOOK).select("opportunity_id", "win_in_quarter");
        Dataset<Row> opportunities =
                before(session, CrmTables.OPPORTUNITIES).join(chances, new String[] {"opportunity_id"}, "left");
        // Read again for a past date, a source may know closings that lay ahead of it.
        return night.previous()
                .map(date -> new AsOf(date, night.asOf().zone()).end())
                .map(end -> opportunities.withColumn(
                        "outcome", when(col("closed_at").geq(lit(end)), "open").otherwise(col("outcome"))))
                .orElse(opportunities);
    }

    private Dataset<Row> before(LakeSession session, TableSpec table) {
        return night.previous()
                .map((LocalDate date) -> session.readAsOf(table, date))
                .orElseGet(() -> session.read(table).where(lit(false)));
    }
}
