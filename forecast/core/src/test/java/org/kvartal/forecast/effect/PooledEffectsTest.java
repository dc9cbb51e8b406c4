package org.kvartal.forecast.effect;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Thirteen trials of the BCG vaccine: cases and others, vaccinated and not. Colditz and others (1994), JAMA 271, as in
 * Viechtbauer (2010), Journal of Statistical Software 36(3), data dat.bcg. Expected: R package metafor,
 * rma(measure = "RR", method = "DL"), as its manual prints: tau^2 0.3088, estimate -0.7141, error 0.1787.
 */
class PooledEffectsTest {
    private static final int[][] TRIALS = {
        {4, 119, 11, 128},
        {6, 300, 29, 274},
        {3, 228, 11, 209},
        {62, 13536, 248, 12619},
        {33, 5036, 47, 5761},
        {180, 1361, 372, 1079},
        {8, 2537, 10, 619},
        {505, 87886, 499, 87892},
        {29, 7470, 45, 7232},
        {17, 1699, 65, 1600},
        {186, 50448, 141, 27197},
        {5, 2493, 3, 2338},
        {27, 16886, 29, 17825}
    };

    private final double[] effects = new double[TRIALS.length];
    private final double[] errors = new double[TRIALS.length];

    private PooledEffects pooled() {
        for (int j = 0; j < TRIALS.length; j++) {
            double treated = TRIALS[j][0] + TRIALS[j][1];
            double others = TRIALS[j][2] + TRIALS[j][3];
            effects[j] = Math.log(TRIALS[j][0] / treated / (TRIALS[j][2] / others));
            errors[j] = Math.sqrt(1.0 / TRIALS[j][0] - 1 / treated + 1.0 / TRIALS[j][2] - 1 / others);
        }
        return new PooledEffects(effects, errors);
    }

    @Test
    void givesThePublishedMeanAndSpreadOfTrials() {
        PooledEffects pooled = pooled();

        assertThat(pooled.betweenVariance()).isCloseTo(0.3088, within(5e-5));
        assertThat(pooled.mean()).isCloseTo(-0.7141, within(5e-5));
        assertThat(pooled.standardError()).isCloseTo(0.1787, within(5e-5));
    }

    @Test
    void drawsTheUncertainMoreThanTheCertain() {
        PooledEffects pooled = pooled();
        double mean = pooled.mean();

        assertThat((pooled.shrunk(2) - mean) / (effects[2] - mean))
                .as("three cases among the vaccinated")
                .isBetween(0.3, 0.5);
        assertThat((pooled.shrunk(7) - mean) / (effects[7] - mean))
                .as("five hundred")
                .isBetween(0.97, 1.0);
        assertThat(pooled.interval(2).high() - pooled.interval(2).low()).isLessThan(2 * 1.96 * errors[2]);
    }

    @Test
    void givesAllTheSameEffectWhereTheyDifferByNoMoreThanChance() {
        PooledEffects pooled = new PooledEffects(new double[] {-0.1, -0.2, -0.15}, new double[] {0.1, 0.1, 0.1});

        assertThat(pooled.betweenVariance()).isZero();
        assertThat(pooled.shrunk(0)).isCloseTo(-0.15, within(1e-12));
        assertThat(pooled.shrunk(1)).isCloseTo(-0.15, within(1e-12));
    }
}
