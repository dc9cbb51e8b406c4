package org.kvartal.forecast.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each factor of a product adds to its change; exact, whatever the order of the factors.
 * <pre>
 *   Shapley   mean over all orders of the change when factor i moves from before to after
 *   LMDI      L(y1, y0) ln(x1[i] / x0[i]),   L(a, b) = (a - b) / ln(a / b), L(a, a) = a
 * </pre>
 * y is the product, 0 before, 1 after; parts are in its unit and add up to y1 - y0. Shapley takes any values; LMDI only
 * positive ones. Sources: Shapley (1953), A value for n-person games; Ang (2005), The LMDI approach to decomposition
 * analysis, Energy Policy 33, table 2 (additive, LMDI-I).
 */
public final class ProductSplit {
    private static final int MOST_FACTORS = 16;

    private ProductSplit() {}

    /** @param after as many factors as before, at most 16 */
    public static List<Double> shapley(double[] before, double[] after) {
        int n = before.length;
        if (n > MOST_FACTORS || n != after.length) {
            throw new IllegalArgumentException("Invalid number of factors: %d and %d".formatted(n, after.length));
        }
        double[] parts = new double[n];
        for (int moved = 0; moved < 1 << n; moved++) {
            double product = 1;
            for (int j = 0; j < n; j++) {
                product *= (moved >> j & 1) == 1 ? after[j] : before[j];
            }
            int count = Integer.bitCount(moved);
            for (int i = 0; i < n; i++) {
                parts[i] += (moved >> i & 1) == 1 ? product * weight(count - 1, n) : -product * weight(count, n);
            }
        }
        return Arrays.stream(parts).boxed().toList();
    }

    /** Share of the orders in which just these many factors have moved before a factor: k! (n - 1 - k)! / n!. */
    private static double weight(int moved, int n) {
        double weight = 1.0 / n;
        for (int k = 1; k <= moved; k++) {
            weight *= (double) k / (n - k);
        }
        return weight;
    }

    public static List<Double> logMean(double[] before, double[] after) {
        double y0 = product(before);
        double y1 = product(after);
        double mean = y0 == y1 ? y0 : (y1 - y0) / Math.log(y1 / y0);
        List<Double> parts = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            if (!(before[i] > 0 && after[i] > 0)) {
                throw new IllegalArgumentException(
                        "Invalid factor of a product: %s and %s, must be positive".formatted(before[i], after[i]));
            }
            parts.add(mean * Math.log(after[i] / before[i]));
        }
        return parts;
    }

    private static double product(double... factors) {
        return Arrays.stream(factors).reduce(1, (a, b) -> a * b);
    }
}
