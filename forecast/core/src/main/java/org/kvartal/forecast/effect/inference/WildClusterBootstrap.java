package org.kvartal.forecast.effect.inference;

import java.util.SplittableRandom;

/**
 * How often chance alone brings an estimate as many standard errors away from 0, when clusters are few.
 * <pre>
 *   t  = estimate / sqrt(sum of c[k]^2)                            k: clusters
 *   t* = sum of w[k] c[k] / sqrt(sum of (w[k] c[k] - n_k share of sum)^2)
 *   p  = share of |t*| &gt;= |t|
 * </pre>
 * w is one of -sqrt(3/2), -1, -sqrt(1/2), sqrt(1/2), 1, sqrt(3/2) with equal chance (Webb): with few clusters there are few
 * combinations of two signs. It works on the contributions of clusters to the estimate, taken at the estimate, so that the
 * model need not be fitted anew; contributions of a stratum are first enlarged by sqrt(n_s / (n_s - 1)). Sources: Cameron,
 * Gelbach and Miller (2008), Review of Economics and Statistics 90; Webb (2023), Canadian Journal of Economics 56 (weights);
 * Kline and Santos (2012), Journal of Econometric Methods 1 (scores).
 */
public final class WildClusterBootstrap {
    private static final double[] WEBB = {-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)};

    private WildClusterBootstrap() {}

    /**
     * The two-sided p value of an estimate.
     *
     * @param contributions of the clusters, in the unit of the estimate
     */
    public static double p(double estimate, double[] contributions, Strata strata, int repetitions, long seed) {
        double[] c = contributions.clone();
        double squares = 0;
        for (int k = 0; k < c.length; k++) {
            int size = strata.size(strata.of(k));
            c[k] *= size > 1 ? Math.sqrt((double) size / (size - 1)) : 1;
            squares += c[k] * c[k];
        }
        double observed = Math.abs(estimate) / Math.sqrt(squares);
        SplittableRandom random = new SplittableRandom(seed);
        int asFar = 0;
        for (int r = 0; r < repetitions; r++) {
            asFar += statistic(c, strata, random) >= observed ? 1 : 0;
        }
        return (asFar + 1.0) / (repetitions + 1.0);
    }

    /** |t*|; what varies around the mean of each stratum is measured anew in each repetition. */
    private static double statistic(double[] c, Strata strata, SplittableRandom random) {
        double[] drawn = new double[c.length];
        double[] sums = new double[strata.count()];
        double sum = 0;
        for (int k = 0; k < c.length; k++) {
            drawn[k] = c[k] * WEBB[random.nextInt(WEBB.length)];
            sums[strata.of(k)] += drawn[k];
            sum += drawn[k];
        }
        double squares = 0;
        for (int k = 0; k < c.length; k++) {
            int size = strata.size(strata.of(k));
            double rest = drawn[k] - (size > 1 ? sums[strata.of(k)] / size : 0);
            squares += rest * rest * (size > 1 ? (double) size / (size - 1) : 1);
        }
        return squares > 0 ? Math.abs(sum) / Math.sqrt(squares) : 0;
    }
}
