package org.kvartal.reports.section.outlook;

import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.MeasureAhead;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;
import org.kvartal.reports.section.Period;

/** What each product is expected to book in the months to come, beside as many months before. */
final class ProductsAhead {
    private static final int FEWEST = 2;
    private static final int MOST = 8;
    private static final String BOOKED = "mart.bookings_by_month";
    private static final String AHEAD = "(select *, member as product_id from " + MeasureAhead.FORECASTS + ")";
    private static final String PRODUCTS = "measure = 'bookings' and scope = 'product'";

    private ProductsAhead() {}

    /** Empty when there are not two products to compare. */
    static Optional<DataTable> table(ReportData data, Period ahead) {
        String coming = Condition.all(PRODUCTS, ahead.includes("month"));
        List<Member> products = Members.largest(data, Dimension.PRODUCT, new Origin(AHEAD, coming, "sum(mean)"), MOST);
        if (products.size() < FEWEST) {
            return Optional.empty();
        }
        Period before = Period.named(
                ahead.from().minusMonths(ahead.months().size()), ahead.from().minusDays(1));
        DataTable table = DataTable.of(
                "What each product is expected to book; the products add up to the total",
                Column.text("Product"),
                Column.number(before.name(), data.money()),
                Column.number(ahead.name(), data.money()),
                Column.gain("Change", Unit.RATE));
        for (Member product : products) {
            table = table.row(product.label(), facts(data, before, coming, product.condition()));
        }
        return Optional.of(table.total("All", facts(data, before, coming, "")));
    }

    private static Fact[] facts(ReportData data, Period before, String coming, String product) {
        String booked = Condition.all(before.includes("month"), product);
        String expected = Condition.all(coming, product);
        String earlier = "(select sum(won_amount) from " + BOOKED + " where " + booked + ")";
        return new Fact[] {
            data.fact(BOOKED, booked, "coalesce(sum(won_amount), 0)", data.money()),
            data.fact(AHEAD, expected, "sum(mean)", data.money()),
            data.fact(
                    AHEAD, expected, "cast(sum(mean) as double) / nullif(" + earlier + ", 0) - 1", Unit.RATE.asChange())
        };
    }
}
