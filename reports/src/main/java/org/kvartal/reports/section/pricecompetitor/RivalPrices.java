package org.kvartal.reports.section.pricecompetitor;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;
import org.kvartal.reports.section.PriceLevel;

/** Each rival's prices as a whole: the gap, what part of our sales it rests on, and how old the prices are. */
final class RivalPrices {
    private static final int MOST_RIVALS = 10;
    private static final String TABLE = PriceLevel.TABLE;
    private static final String KNOWN = "competitor_product_id is not null";
    private static final Unit PRODUCTS = Unit.count("products");
    private static final Unit DAYS = Unit.count("days");

    private RivalPrices() {}

    static DataTable table(ReportData data) {
        DataTable table = DataTable.of(
                "Prices by competitor: our gap to its like products, weighted by our sales, and the part of our sales that it covers",
                Column.text("Competitor"),
                Column.number("Our gap", Unit.RATE.asChange()),
                Column.number("Sales covered", Unit.RATE),
                Column.number("Known", PRODUCTS),
                Column.number("Compared", PRODUCTS),
                Column.number("Unlike", PRODUCTS),
                Column.number("Stale", PRODUCTS),
                Column.number("Median age", DAYS));
        Origin size = new Origin(TABLE, KNOWN, "coalesce(sum(competitor_sales_weight) filter (where compared), 0)");
        for (Member rival : Members.largest(data, Dimension.COMPETITOR, size, MOST_RIVALS)) {
            table = table.row(
                    Cell.label(rival.label()),
                    Cell.number(gap(data, rival)),
                    Cell.number(coverage(data, rival)),
                    count(data, rival, ""),
                    count(data, rival, "compared"),
                    count(data, rival, "gap_log is not null and not compared"),
                    count(data, rival, "stale"),
                    Cell.number(
                            data.fact(TABLE, Condition.all(KNOWN, rival.condition()), "median(staleness_days)", DAYS)));
        }
        return table;
    }

    /** Weighted by our sales; by the number of products where nothing was sold. */
    private static Fact gap(ReportData data, Member rival) {
        return data.fact(
                TABLE,
                Condition.all("compared", rival.condition()),
                "exp(coalesce(sum(competitor_sales_weight * gap_log) / nullif(sum(competitor_sales_weight), 0),"
                        + " avg(gap_log))) - 1",
                Unit.RATE.asChange());
    }

    private static Fact coverage(ReportData data, Member rival) {
        return data.fact(
                Origin.of(
                        TABLE,
                        "coalesce(sum(competitor_sales_weight) filter (where compared and " + rival.condition()
                                + "), 0) / nullif(sum(sales_weight), 0)"),
                Unit.RATE);
    }

    private static Cell count(ReportData data, Member rival, String which) {
        return Cell.number(data.fact(TABLE, Condition.all(KNOWN, rival.condition(), which), "count(*)", PRODUCTS));
    }
}
