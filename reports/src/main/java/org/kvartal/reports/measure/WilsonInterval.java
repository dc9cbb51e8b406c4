package org.kvartal.reports.measure;

import java.util.Optional;

/**
 * Interval of a share seen in a sample, such as a win rate; honest also for few cases and for shares near 0 and 1.
 * <pre>
 *   p      = k / n                                              share seen
 *   centre = (p + z^2 / 2n) / (1 + z^2 / n)
 *   half   = z / (1 + z^2 / n) * sqrt(p (1 - p) / n + z^2 / 4n^2)
 *   low, high = centre -+ half                                  kept within 0 and 1
 * </pre>
 * Source: Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22, 209-212; formula (4) of Newcombe (1998), Two-sided confidence intervals for the single
 * proportion, Statistics in Medicine 17, 857-872 (method 3, without continuity correction).
 */
public final class WilsonInterval {
    /** 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private WilsonInterval() {}

    /**
     * With confidence 95 %; empty when there was no case.
     *
     * @param k cases with the property, from 0 to n
     * @param n cases
     */
    public static Optional<Interval> of95(long k, long n) {
        if (k < 0 || k > n) {
            throw new IllegalArgumentException("Invalid share: " + k + " of " + n);
        }
        if (n == 0) {
            return Optional.empty();
        }
        double p = (double) k / n;
        double scale = 1 + Z * Z / n;
        double centre = (p + Z * Z / (2 * n)) / scale;
        double half = Z / scale * Math.sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
        return Optional.of(new Interval(Math.max(0, centre - half), Math.min(1, centre + half)));
    }
}
