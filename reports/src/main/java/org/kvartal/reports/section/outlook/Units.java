package org.kvartal.reports.section.outlook;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Landing;
import tech.tablesaw.api.Table;

/** What each sales region is expected to bring to the quarter. */
final class Units {
    private static final String TABLE = "forecast.unit_outlook";
    private static final String REGION = Condition.is("scope", "region");
    private static final int FEWEST = 2;

    private Units() {}

    /** Empty when there are not two regions to compare. */
    static Optional<DataTable> table(ReportData data) {
        if (!data.has(TABLE)) {
            return Optional.empty();
        }
        Table regions = data.table("select member from " + TABLE + " where " + REGION + " order by mean desc, member");
        if (regions.rowCount() < FEWEST) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "What each region is expected to bring; averages add up, ranges do not",
                Column.text("Region"),
                Column.number("Booked", data.money()),
                Column.number("Expected on average", data.money()),
                Column.number("Cautious", data.money()),
                Column.number("Hopeful", data.money()));
        for (String region : regions.stringColumn("member")) {
            String rows = Condition.all(REGION, Condition.is("member", region));
            table = table.row(
                    region.isEmpty() ? Text.of("No region") : Text.name(region),
                    fact(data, "booked_amount", rows),
                    fact(data, "mean", rows),
                    fact(data, "p10", rows),
                    fact(data, "p90", rows));
        }
        return Optional.of(table.total(
                "All",
                fact(data, "booked_amount", REGION),
                fact(data, "mean", REGION),
                Landing.fact(data, "p10", data.money()),
                Landing.fact(data, "p90", data.money())));
    }

    private static Fact fact(ReportData data, String column, String rows) {
        return data.fact(TABLE, rows, "sum(" + column + ")", data.money());
    }
}
