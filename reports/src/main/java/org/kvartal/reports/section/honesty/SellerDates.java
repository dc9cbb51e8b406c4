package org.kvartal.reports.section.honesty;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Share;

/**
 * How the close dates that sellers promise held, by region: of the deals won whose first promise fell into the last twelve
 * months. How single persons promise is for them and their managers, not for this report.
 */
final class SellerDates {
    private static final String TABLE = "mart.promises";
    private static final int MONTHS = 12;
    private static final int MOST_REGIONS = 10;
    private static final Unit DEALS = Unit.count("opportunities");

    private SellerDates() {}

    /** Empty where no promised deal was won. */
    static Optional<DataTable> table(ReportData data) {
        String won = Condition.all(
                "outcome = 'won'",
                "late_days is not null",
                Period.lastMonths(MONTHS, data.asOf()).includes("first_promised_date"));
        Origin count = new Origin(TABLE, won, "count(*)");
        if (data.fact(count, DEALS).number().orElseThrow().signum() == 0) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "Dates that sellers promise: deals won, promised for the last twelve months",
                Column.text("Region"),
                Column.number("Deals won", DEALS),
                Column.number("Won by the first date", Unit.RATE),
                Column.number("95% from", Unit.RATE),
                Column.number("95% to", Unit.RATE),
                Column.number("Days late on average", Unit.measure("days", 1)));
        for (Member region : Members.largest(data, Dimension.REGION, count, MOST_REGIONS)) {
            table = table.row(cells(data, region.label(), Condition.all(won, region.condition())));
        }
        return Optional.of(table.total(cells(data, Text.of("All regions"), won)));
    }

    private static Cell[] cells(ReportData data, Text name, String rows) {
        Estimate kept = Share.of(data, new Origin(TABLE, rows, "count(*)"), "cast(late_days <= 0 as integer)", "1");
        Fact late = data.fact(new Origin(TABLE, rows, "avg(late_days)"), Unit.measure("days", 1));
        return new Cell[] {
            Cell.label(name),
            Cell.number(data.fact(new Origin(TABLE, rows, "count(*)"), DEALS)),
            Cell.number(kept.value()),
            Cell.number(kept.low()),
            Cell.number(kept.high()),
            Cell.number(late)
        };
    }
}
