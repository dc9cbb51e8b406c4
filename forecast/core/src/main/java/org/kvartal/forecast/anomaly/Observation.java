package org.kvartal.forecast.anomaly;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A figure beside its expectation.
 *
 * @param actual in the unit of the figure; a share from 0 to 1
 * @param expected in the same unit
 * @param pValue two-sided
 * @param score the standard normal value as far out; positive above the expectation
 */
record Observation(double actual, double expected, double pValue, double score) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double LEAST = 1e-15;

    static double normalTail(double score) {
        return Math.max(LEAST, 2 * NORMAL.cumulativeProbability(-Math.abs(score)));
    }

    boolean isAbove() {
        return score > 0;
    }
}
