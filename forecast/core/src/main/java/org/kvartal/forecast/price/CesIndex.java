package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cost of living of buyers who substitute at a constant elasticity, chained; articles may enter and leave.
 *
 * <pre>
 *   link(t) = exp(sum w ln (p[t] / p[t-1])) (share[t] / share[t-1])^(1 / (sigma - 1))
 *   w: logarithmic means of an article's shares in both periods, made to add up to 1, over articles sold in both
 *   share[t]: of the spending of t, what is spent on articles sold in both
 * </pre>
 *
 * What newcomers take away from the others says how much they are worth to buyers: an index of matched articles misses that,
 * the more the less alike articles are (sigma near 1). It is exact while tastes do not change. sigma is the elasticity of
 * substitution, near the negative of a product's own-price elasticity where it has many rivals. Sources: Sato (1976), Review
 * of Economics and Statistics 58 (weights); Feenstra (1994), American Economic Review 84 (articles that enter and leave).
 *
 * @param sigma above 1
 */
public record CesIndex(double sigma) {
    private static final double EQUAL = 1e-9;

    public CesIndex {
        if (!(sigma > 1) || Double.isInfinite(sigma)) {
            throw new IllegalArgumentException(
                    "Invalid elasticity of substitution: %s must be above 1".formatted(sigma));
        }
    }

    /** One point per period, the first being 1. */
    public List<IndexPoint> of(PriceTable table) {
        List<IndexPoint> points = new ArrayList<>();
        double value = 1;
        for (int t = 0; t < table.periodCount(); t++) {
            value *= t == 0 ? 1 : link(table, t - 1, t);
            int matched = (int) matched(table, Math.max(0, t - 1), t).count();
            String note = Double.isFinite(value) ? "" : "no article is sold in this period and the one before";
            points.add(new IndexPoint(table.period(t), value, matched, note));
        }
        return points;
    }

    private static IntStream matched(PriceTable table, int before, int t) {
        return IntStream.range(0, table.itemCount())
                .filter(item -> table.isSold(before, item) && table.isSold(t, item));
    }

    private double link(PriceTable table, int before, int t) {
        int[] items = matched(table, before, t).toArray();
        double spentBefore = spent(table, before, items);
        double spentNow = spent(table, t, items);
        double weights = 0;
        double change = 0;
        for (int item : items) {
            double weight = logarithmicMean(
                    table.expenditure(before, item) / spentBefore, table.expenditure(t, item) / spentNow);
            weights += weight;
            change += weight * Math.log(table.price(t, item) / table.price(before, item));
        }
        double shares = spentNow / table.expenditure(t) / (spentBefore / table.expenditure(before));
        return Math.exp(change / weights) * Math.pow(shares, 1 / (sigma - 1));
    }

    private static double spent(PriceTable table, int t, int[] items) {
        return IntStream.of(items)
                .mapToDouble(item -> table.expenditure(t, item))
                .sum();
    }

    /** (a - b) / (ln a - ln b); of nearly equal numbers their mean. */
    private static double logarithmicMean(double a, double b) {
        double logs = Math.log(a / b);
        return Math.abs(logs) < EQUAL ? (a + b) / 2 : (a - b) / logs;
    }
}
