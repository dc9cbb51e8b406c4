package org.kvartal.reports.section.outlook;

import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.DealLabel;

/** The open deals that add most to the outlook; deals without an amount are not among them. */
final class CarryingDeals {
    private static final int MOST_DEALS = 10;
    private static final String DEALS = "forecast.deal_outlook join mart.open_opportunities using (opportunity_id)";
    /** In cents, so that the rows add up to the total. */
    private static final String EXPECTED = "cast(win_in_quarter * cast(amount as double) as decimal(18, 2))";

    private static final String ADDS = "win_in_quarter > 0 and amount is not null";

    private CarryingDeals() {}

    /** Empty when no deal with an amount is expected to be won. */
    static Optional<DataTable> table(ReportData data) {
        List<DealLabel> deals = DealLabel.of(
                data,
                "select opportunity_id, row_number() over (order by " + EXPECTED
                        + " desc, opportunity_id) as place from " + DEALS + " where " + ADDS + " order by place limit "
                        + MOST_DEALS);
        if (deals.isEmpty()) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "Open deals that carry the outlook",
                Column.text("Deal"),
                Column.text("Customer"),
                Column.text("Owner"),
                Column.exact("Amount", data.money()),
                Column.number("Chance in quarter", Unit.RATE),
                Column.exact("Amount times chance", data.money()));
        for (DealLabel deal : deals) {
            table = table.row(
                    deal.deal(),
                    deal.customer(),
                    deal.owner(),
                    number(data, deal.condition(), "sum(amount)", data.money()),
                    number(data, deal.condition(), "max(win_in_quarter)", Unit.RATE),
                    number(data, deal.condition(), "sum(" + EXPECTED + ")", data.money()));
        }
        List<String> named = deals.stream().map(DealLabel::id).toList();
        return Optional.of(closed(data, table, Condition.isNoneOf("opportunity_id", named)));
    }

    private static DataTable closed(ReportData data, DataTable table, String others) {
        String rest = Condition.all(ADDS, others);
        Fact count = data.fact(DEALS, rest, "count(*)", Unit.count("opportunities"));
        DataTable whole = count.number().orElseThrow().signum() == 0 ? table : summed(data, table, rest);
        return whole.total(
                Cell.label("Total"),
                Cell.blank(),
                Cell.blank(),
                number(data, ADDS, "sum(amount)", data.money()),
                Cell.blank(),
                number(data, ADDS, "sum(" + EXPECTED + ")", data.money()));
    }

    private static DataTable summed(ReportData data, DataTable table, String filter) {
        return table.row(
                Cell.label("All others"),
                Cell.blank(),
                Cell.blank(),
                number(data, filter, "sum(amount)", data.money()),
                Cell.blank(),
                number(data, filter, "sum(" + EXPECTED + ")", data.money()));
    }

    private static Cell number(ReportData data, String filter, String measure, Unit unit) {
        return Cell.number(data.fact(DEALS, filter, measure, unit));
    }
}
