package org.kvartal.forecast.anomaly;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Where a value lies in the distribution expected of it.
 *
 * @param below probability of less
 * @param above probability of more; what is left is the probability of just this value
 */
public record Tail(double below, double above) {
    private static final double LEAST = 1e-15;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Probability of a value at least as far out on the same side, doubled for two sides. */
    public double pValue() {
        return Math.max(LEAST, Math.min(1, 2 * Math.min(1 - above, 1 - below)));
    }

    /** The standard normal value at the same place; the value's own probability counts half on either side. */
    public double score() {
        double lower = Math.max(LEAST, (below + 1 - above) / 2);
        double upper = Math.max(LEAST, (above + 1 - below) / 2);
        return lower < upper ? NORMAL.inverseCumulativeProbability(lower) : -NORMAL.inverseCumulativeProbability(upper);
    }
}
