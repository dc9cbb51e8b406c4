package org.kvartal.reports.section;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/**
 * Own prices beside those of rivals as a whole: the geometric mean of the price relatives of like products (the index of
 * Jevons), less one. Substitutes and matches that are less than 70 % sure are left out and counted.
 * <pre>
 *   gap = exp(mean of g) - 1                                       g = ln(own price / rival's price)
 *   interval = exp(mean of g -+ 1.96 s / sqrt(n)) - 1              s: standard deviation of g, n: products
 * </pre>
 *
 * @param gap above zero, we are dearer; with its 95 % interval
 * @param compared products in it
 * @param leftOut products with a price that are no like match
 * @param stale products whose price was not seen for 60 days
 * @param products rival products known
 */
public record PriceLevel(Estimate gap, Fact compared, Fact leftOut, Fact stale, Fact products) {
    public static final String TABLE = "mart.price_position";

    private static final String PRICED = "gap_log is not null";
    private static final String LIKE = "match in ('exact', 'equivalent') and coalesce(match_confidence, 1) >= 0.7";
    private static final String ERROR = "1.96 * stddev_samp(gap_log) / sqrt(count(gap_log))";
    private static final Unit PRODUCTS = Unit.count("products");

    public static PriceLevel read(ReportData data) {
        String like = PRICED + " and " + LIKE;
        return new PriceLevel(
                Estimate.between(
                        gap(data, like, "exp(avg(gap_log) - " + ERROR + ") - 1"),
                        gap(data, like, "exp(avg(gap_log)) - 1"),
                        gap(data, like, "exp(avg(gap_log) + " + ERROR + ") - 1")),
                data.fact(new Origin(TABLE, like, "count(*)"), PRODUCTS),
                data.fact(new Origin(TABLE, PRICED + " and (" + LIKE + ") is not true", "count(*)"), PRODUCTS),
                data.fact(new Origin(TABLE, "stale", "count(*)"), PRODUCTS),
                data.fact(new Origin(TABLE, "", "count(*)"), PRODUCTS));
    }

    private static Fact gap(ReportData data, String filter, String measure) {
        return data.fact(new Origin(TABLE, filter, measure), Unit.RATE.asChange());
    }

    public Text sentence() {
        if (gap.value().number().isEmpty()) {
            return Text.of(
                    "Not measurable: none of the {0} rival products has a like match with a price seen in the last 60"
                            + " days.",
                    products);
        }
        return Text.of(
                "Over {0} like products we are priced at {1} against rivals (95% interval {2} to {3}); {4} of {5} rival"
                        + " prices are stale.",
                compared, gap.value(), gap.low(), gap.high(), stale, products);
    }
}
