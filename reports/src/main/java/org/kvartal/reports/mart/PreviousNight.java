package org.kvartal.reports.mart;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.LakeRow;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.PublishedLake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;

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
        try (LakeWriter opportunities = night.lake().replacing(OPPORTUNITIES)) {
            before().ifPresent(before -> keepOpportunities(before, opportunities));
            opportunities.commit();
        }
        copy(ForecastTables.QUARTER_OUTLOOK, QUARTER_OUTLOOK);
        copy(restatedBookings("mart"), RESTATED_BOOKINGS);
    }

    private Optional<PublishedLake> before() {
        return night.previous().map(night.lake()::asOf);
    }

    /** One after the other, in the order in which they are stored. */
    private void copy(TableSpec published, TableSpec kept) {
        try (LakeWriter writer = night.lake().replacing(kept)) {
            before().ifPresent(before -> scan(
                    before,
                    published,
                    kept.columnNames(),
                    row -> writer.write(copied(row, kept).values())));
            writer.commit();
        }
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

    private void keepOpportunities(PublishedLake before, LakeWriter writer) {
        Map<Object, @Nullable Object> chances = new HashMap<>();
        scan(
                before,
                ForecastTables.DEAL_OUTLOOK,
                List.of("opportunity_id", "win_in_quarter"),
                deal -> chances.put(deal.getField("opportunity_id"), deal.getField("win_in_quarter")));
        OffsetDateTime end = new AsOf(before.asOf(), night.asOf().zone()).end().atOffset(ZoneOffset.UTC);
        scan(before, CrmTables.OPPORTUNITIES, CrmTables.OPPORTUNITIES.columnNames(), deal -> {
            LakeRow row =
                    copied(deal, OPPORTUNITIES).with("win_in_quarter", chances.get(deal.getField("opportunity_id")));
            // Read again for a past date, a source may know closings that lay ahead of it.
            if (deal.getField("closed_at") instanceof OffsetDateTime closed && !closed.isBefore(end)) {
                row.with("outcome", "open");
            }
            writer.write(row.values());
        });
    }

    private static LakeRow copied(Record record, TableSpec table) {
        LakeRow row = new LakeRow(table);
        table.columnNames().forEach(column -> row.with(column, record.getField(column)));
        return row;
    }

    private static void scan(PublishedLake before, TableSpec table, List<String> columns, Consumer<Record> consumer) {
        before.scan(table, columns, Expressions.alwaysTrue(), consumer);
    }
}
