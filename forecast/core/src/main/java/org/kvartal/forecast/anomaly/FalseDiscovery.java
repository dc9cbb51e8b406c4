package org.kvartal.forecast.anomaly;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P-values adjusted for how many were looked at.
 * <pre>
 *   Benjamini-Hochberg   adjusted(i) = min over j &gt;= i of m p(j) / j          p(1) &lt;= ... &lt;= p(m)
 *   Benjamini-Yekutieli  the same times 1 + 1/2 + ... + 1/m                   under any dependence
 *   Bonferroni           adjusted(i) = m p(i)
 * </pre>
 * all at most 1. Rejecting what is adjusted to q or less, a share of at most q of the rejected is false on average; when
 * nothing happened at all, anything is rejected with probability q at most. Sources: Benjamini and Hochberg (1995), J.
 * Royal Statistical Society B 57, section 3.1; Benjamini and Yekutieli (2001), Annals of Statistics 29, theorem 1.3.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /** In the order of the p-values. */
    public static double[] benjaminiHochberg(double... pValues) {
        return stepUp(1, pValues);
    }

    public static double[] benjaminiYekutieli(double... pValues) {
        return stepUp(
                IntStream.rangeClosed(1, pValues.length)
                        .mapToDouble(i -> 1.0 / i)
                        .sum(),
                pValues);
    }

    public static double[] bonferroni(double... pValues) {
        return Arrays.stream(pValues).map(p -> Math.min(1, p * pValues.length)).toArray();
    }

    private static double[] stepUp(double factor, double... pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double least = 1;
        for (int rank = pValues.length; rank >= 1; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, factor * pValues.length * pValues[i] / rank);
            adjusted[i] = least;
        }
        return adjusted;
    }
}
