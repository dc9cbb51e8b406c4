package org.kvartal.reports.section;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/**
 * Own prices beside those of rivals as a whole. Substitutes and matches that are less than 70 % sure are left out and
 * counted.
 * <pre>
 *   gap = exp(mean of g) - 1                                       g = ln(own price / rival's price)
 *   interval = exp(mean of g -+ 1.96 s / sqrt(n)) - 1              s: standard deviation of g, n: products
 *   weighted = exp(sum of w g / sum of w) - 1                      w: own sales of the year, shared by a product's rivals
 * </pre>
 *
 * @param gap above zero, we are dearer; with its 95 % interval
 * @param weighted the same, products weighted by our sales; missing where nothing was sold
 * @param coverage share of these sales that has a rival's product to be compared with
 * @param compared rivals' products in it
 * @param leftOut products with a price that are no like match
 * @param stale products whose price was not seen for too long
 * @param products rival products known
 */
public record PriceLevel(
        Estimate gap, Fact weighted, Fact coverage, Fact compared, Fact leftOut, Fact stale, Fact products) {
    public static final String TABLE = "mart.price_position";

    /** A coverage below which the level says little about what is sold. */
    private static final double LITTLE = 0.5;

    private static final String COMPARED = "compared";
    private static final String OF_A_RIVAL = "competitor_product_id is not null";
    private static final String ERROR = "1.96 * stddev_samp(gap_log) / sqrt(count(gap_log))";
    private static final Unit PRODUCTS = Unit.count("products");

    public static PriceLevel read(ReportData data) {
        return new PriceLevel(
                Estimate.between(
                        gap(data, "exp(avg(gap_log) - " + ERROR + ") - 1"),
                        gap(data, "exp(avg(gap_log)) - 1"),
                        gap(data, "exp(avg(gap_log) + " + ERROR + ") - 1")),
                gap(data, "exp(sum(sales_weight * gap_log) / nullif(sum(sales_weight), 0)) - 1"),
                data.fact(
                        Origin.of(TABLE, "sum(sales_weight) filter (where compared) / nullif(sum(sales_weight), 0)"),
                        Unit.RATE),
                count(data, COMPARED),
                count(data, "gap_log is not null and not compared"),
                count(data, "stale"),
                count(data, OF_A_RIVAL));
    }

    private static Fact gap(ReportData data, String measure) {
        return data.fact(TABLE, COMPARED, measure, Unit.RATE.asChange());
    }

    private static Fact count(ReportData data, String filter) {
        return data.fact(TABLE, filter, "count(*)", PRODUCTS);
    }

    /** Whether the sales that can be compared are a small part of all. */
    public boolean coversLittle() {
        return coverage.number().map(share -> share.doubleValue() < LITTLE).orElse(false);
    }

    public Text sentence() {
        if (gap.value().number().isEmpty()) {
            return Text.of(
                    "Not measurable: none of the {0} rival products has a like match and a price that is still valid.",
                    products);
        }
        if (weighted.number().isEmpty()) {
            return Text.of(
                    "Over {0} like products we are priced at {1} against rivals (95% interval {2} to {3}).",
                    compared, gap.value(), gap.low(), gap.high());
        }
        return Text.of(
                "On our list prices we stand at {0} against rivals, weighted by our sales of the past year; like products"
                        + " stand against {1} of these.",
                weighted, coverage);
    }

    /** The same without weights, with its interval: how far it rests on a few products. */
    public Text unweighted() {
        return Text.of(
                "Over the {0} like products, each counted once, the gap is {1} (95% interval {2} to {3}).",
                compared, gap.value(), gap.low(), gap.high());
    }
}
