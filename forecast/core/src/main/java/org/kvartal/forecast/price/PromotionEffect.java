package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.kvartal.forecast.price.PromotedSales.Row;
import org.kvartal.forecast.regression.LinearFit;
import org.kvartal.forecast.regression.NotEstimable;

/**
 * What a promotion adds, once the price cut is told apart, and what it takes from later periods and from other products.
 *
 * <pre>
 *   ln q[i][t] = a[i] + d[t] + e ln p[i][t] + b x[i][t] + sum g[l] x[i][t-l] + sum h[l] x[i][t+l] + c s[i][t] + error
 *   x: 1 in a promotion       s: other products of the family in a promotion
 *   u = q / exp(b + e k)      units of a promoted period without promotion
 *   k: mean over the promoted periods of ln (price / usual price)
 *   lift          exp(b) - 1                          at the same price
 *   price_cut     exp(e k) - 1
 *   gross         exp(b + e k) - 1
 *   dip           sum over l of exp(g[l]) - 1 and exp(h[l]) - 1        stocks bought ahead, purchases put off
 *   cannibalised  sum over siblings of q (1 - exp(-c)) / sum u
 *   net           gross + dip + cannibalised
 *   net_margin    the same in money, each part at its own price less its own cost, by promoted period
 * </pre>
 *
 * All but the last are shares of the units that a promoted period would have sold. The estimates hold where promotions are
 * planned without looking at the demand of the period; with instruments the price may follow demand. Errors are those of
 * {@link Elasticity}, carried over by the delta method; the interval of the lift is that of b. Source: van Heerde, Leeflang
 * and Wittink (2004), Marketing Science 23, for the parts of which a bump in sales is made up; Wooldridge (2010), section 3.5.
 */
public final class PromotionEffect {
    static final String PROMOTION = "promotion";
    static final String SIBLINGS = "siblings_promoted";
    static final String AFTER = "after ";
    private static final String BEFORE = "before ";
    private static final int FEWEST = 10;
    private static final double STEP = 1e-5;

    private final PromotedSales sales;
    private final List<Row> promotions;
    private final Map<Row, Double> usualPrices = new LinkedHashMap<>();
    private final Map<Row, List<Row>> siblings = new LinkedHashMap<>();
    private final double meanCut;
    private final LinearFit fit;
    private final int rows;
    private final String method;
    private final String note;

    private PromotionEffect(PromotedSales sales, Elasticity elasticity) {
        this.sales = sales;
        promotions = sales.promotions();
        promotions.forEach(row -> usualPrices.put(row, sales.usualPrice(row)));
        promotions.forEach(row -> siblings.put(
                row, sales.siblings(row).stream().filter(Row::isSold).toList()));
        meanCut = meanCut();
        fit = elasticity.best();
        rows = elasticity.rows();
        method = sales.hasInstruments() ? "2sls" : "ols";
        note = elasticity.errors() + elasticity.weakness();
    }

    /** The parts of the effect, and the terms of the equation behind them. */
    public static List<PriceEstimate> of(PromotedSales sales) {
        int promoted = sales.promotions().size();
        if (promoted < FEWEST) {
            return List.of(PriceEstimate.none(
                    "ols",
                    "lift",
                    promoted,
                    "Cannot estimate: %d promoted periods that have a usual price beside them; at least %d are needed"
                            .formatted(promoted, FEWEST)));
        }
        ElasticityTable table = sales.table(columns(sales));
        try {
            return new PromotionEffect(sales, new Elasticity(table)).parts();
        } catch (NotEstimable e) {
            return List.of(PriceEstimate.none("ols", "lift", table.size(), e.getMessage()));
        }
    }

    private static List<String> columns(PromotedSales sales) {
        List<String> columns = new ArrayList<>(List.of(PROMOTION));
        for (int l = 1; l <= sales.lags(); l++) {
            columns.add(AFTER + l);
        }
        for (int l = 1; l <= sales.leads(); l++) {
            columns.add(BEFORE + l);
        }
        if (sales.hasSiblings()) {
            columns.add(SIBLINGS);
        }
        return columns;
    }

    private List<PriceEstimate> parts() {
        List<PriceEstimate> parts = new ArrayList<>(List.of(lift()));
        parts.add(part("price_cut", this::priceCut, "by the price elasticity"));
        parts.add(part("gross", this::gross, "in the promoted periods themselves"));
        parts.add(part("dip", this::dip, "%d periods after, %d before".formatted(sales.lags(), sales.leads())));
        parts.add(
                sales.hasSiblings()
                        ? part("cannibalised", this::cannibalised, "from other products of the family")
                        : PriceEstimate.none(method, "cannibalised", rows, "no family has two products"));
        parts.add(part("net", this::net, "gross, dip and cannibalised together"));
        boolean hasCosts = promotions.stream().allMatch(this::hasCosts);
        parts.add(
                hasCosts
                        ? part("net_margin", this::netMargin, "money by promoted period")
                        : PriceEstimate.none(
                                method, "net_margin", rows, "the costs of what was promoted are not known"));
        fit.names()
                .forEach(name -> parts.add(PriceEstimate.of(
                        method,
                        name,
                        fit.coefficient(name),
                        fit.standardError(name),
                        fit.margin(name),
                        rows,
                        "term of the equation; " + note)));
        return parts;
    }

    private PriceEstimate lift() {
        double b = fit.coefficient(PROMOTION);
        double margin = fit.margin(PROMOTION);
        return new PriceEstimate(
                method,
                "lift",
                Double.NaN,
                Math.expm1(b),
                Math.exp(b) * fit.standardError(PROMOTION),
                Math.expm1(b - margin),
                Math.expm1(b + margin),
                rows,
                "at the same price; " + note);
    }

    private boolean hasCosts(Row row) {
        return Double.isFinite(row.cost())
                && siblings.get(row).stream().allMatch(other -> Double.isFinite(other.cost()));
    }

    /** A function of the coefficients, with its error by the delta method. */
    private PriceEstimate part(String term, ToDoubleFunction<Map<String, Double>> function, String meaning) {
        List<String> names = fit.names();
        Map<String, Double> at = new LinkedHashMap<>();
        names.forEach(name -> at.put(name, fit.coefficient(name)));
        double[] slopes = new double[names.size()];
        for (int k = 0; k < slopes.length; k++) {
            double b = at.get(names.get(k));
            at.put(names.get(k), b + STEP);
            double above = function.applyAsDouble(at);
            at.put(names.get(k), b - STEP);
            slopes[k] = (above - function.applyAsDouble(at)) / (2 * STEP);
            at.put(names.get(k), b);
        }
        double variance = 0;
        for (int j = 0; j < slopes.length; j++) {
            for (int k = 0; k < slopes.length; k++) {
                variance += slopes[j] * slopes[k] * fit.covariance(names.get(j), names.get(k));
            }
        }
        double error = Math.sqrt(Math.max(0, variance));
        double margin = error * fit.margin(PROMOTION) / fit.standardError(PROMOTION);
        return PriceEstimate.of(method, term, function.applyAsDouble(at), error, margin, rows, meaning + "; " + note);
    }

    private double meanCut() {
        return promotions.stream()
                .mapToDouble(row -> Math.log(row.price() / usualPrices.get(row)))
                .average()
                .orElseThrow();
    }

    private double sum(ToDoubleFunction<Row> value) {
        return promotions.stream().mapToDouble(value).sum();
    }

    private double priceCut(Map<String, Double> b) {
        return Math.expm1(b.get(Elasticity.OWN_PRICE) * meanCut);
    }

    private double gross(Map<String, Double> b) {
        return Math.expm1(b.get(PROMOTION) + b.get(Elasticity.OWN_PRICE) * meanCut);
    }

    private double usualUnits(Row row, Map<String, Double> b) {
        return row.units() / (1 + gross(b));
    }

    private double dip(Map<String, Double> b) {
        return b.keySet().stream()
                .filter(name -> name.startsWith(AFTER) || name.startsWith(BEFORE))
                .mapToDouble(name -> Math.expm1(b.get(name)))
                .sum();
    }

    /** Of the units of siblings that a promotion leaves, what it has taken away; negative. */
    private static double taken(Row sibling, Map<String, Double> b) {
        return -sibling.units() * Math.expm1(-b.get(SIBLINGS));
    }

    private double cannibalised(Map<String, Double> b) {
        double taken = sum(row ->
                siblings.get(row).stream().mapToDouble(other -> taken(other, b)).sum());
        return taken / sum(row -> usualUnits(row, b));
    }

    private double net(Map<String, Double> b) {
        return gross(b) + dip(b) + (sales.hasSiblings() ? cannibalised(b) : 0);
    }

    private double netMargin(Map<String, Double> b) {
        double dip = dip(b);
        double money = sum(row -> {
            double usual = usualUnits(row, b) * (usualPrices.get(row) - row.cost());
            double ofSiblings = siblings.get(row).stream()
                    .mapToDouble(
                            other -> b.containsKey(SIBLINGS) ? taken(other, b) * (other.price() - other.cost()) : 0)
                    .sum();
            return row.units() * (row.price() - row.cost()) - usual + dip * usual + ofSiblings;
        });
        return money / promotions.size();
    }
}
