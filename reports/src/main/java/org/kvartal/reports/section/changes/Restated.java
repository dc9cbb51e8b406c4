package org.kvartal.reports.section.changes;

import java.time.LocalDate;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import tech.tablesaw.api.Table;

/** Past months as they were reported first, beside what is known of them now. */
final class Restated {
    private static final String TABLE = "mart.restated_bookings";
    private static final String EARLIER = "reported_on < known_on";
    private static final String OTHER = "(reported_count <> restated_count or reported_amount <> restated_amount)";
    private static final Unit DEALS = Unit.count("opportunities");

    private Restated() {}

    /** Nothing as long as no month was reported by an earlier night. */
    static Block[] blocks(ReportData data) {
        if (!hasEarlier(data)) {
            return new Block[0];
        }
        Fact deals = data.fact(TABLE, Condition.all(EARLIER, OTHER), "count(*)", DEALS);
        if (deals.number().orElseThrow().signum() == 0) {
            return new Block[] {
                new Paragraph(Text.of(
                        "Months that were reported before stand as they were reported, {0} in all.",
                        amount(data, EARLIER)))
            };
        }
        return new Block[] {
            new Paragraph(Text.of(
                    "Months that were reported before are worth {0} now where {1} was reported. The difference is {2};"
                            + " deals behind it: {3}.",
                    amount(data, EARLIER),
                    data.fact(TABLE, EARLIER, "sum(reported_amount)", data.money()),
                    difference(data, EARLIER),
                    deals))
        };
    }

    /** Month by month; nothing where every month stands as it was reported. */
    static List<Block> details(ReportData data) {
        Table months = data.table("select month, min(reported_on) as reported_on from " + TABLE + " where " + EARLIER
                + " group by month having count(*) filter (where " + OTHER + ") > 0 order by month desc");
        if (months.isEmpty()) {
            return List.of();
        }
        DataTable table = DataTable.of(
                "Months as reported first, and as known now",
                Column.text("Month"),
                Column.text("Reported on"),
                Column.exact("Reported", data.money()),
                Column.exact("Known now", data.money()),
                Column.gain("Difference", data.money()),
                Column.number("Deals behind it", DEALS));
        for (int row = 0; row < months.rowCount(); row++) {
            LocalDate month = months.dateColumn("month").get(row);
            String ofMonth = "month = " + Condition.literal(month);
            table = table.row(
                    Cell.label(Period.month(month)),
                    Cell.label(Period.day(months.dateColumn("reported_on").get(row))),
                    Cell.number(data.fact(TABLE, ofMonth, "sum(reported_amount)", data.money())),
                    Cell.number(amount(data, ofMonth)),
                    Cell.number(difference(data, ofMonth)),
                    Cell.number(data.fact(TABLE, Condition.all(ofMonth, OTHER), "count(*)", DEALS)));
        }
        return List.of(table);
    }

    private static boolean hasEarlier(ReportData data) {
        return !data.table("select month from " + TABLE + " where " + EARLIER + " limit 1")
                .isEmpty();
    }

    private static Fact amount(ReportData data, String condition) {
        return data.fact(TABLE, condition, "sum(restated_amount)", data.money());
    }

    private static Fact difference(ReportData data, String condition) {
        return data.fact(
                TABLE,
                condition,
                "sum(restated_amount) - sum(reported_amount)",
                data.money().asChange());
    }
}
