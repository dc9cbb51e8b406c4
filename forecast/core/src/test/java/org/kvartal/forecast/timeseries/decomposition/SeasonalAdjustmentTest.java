package org.kvartal.forecast.timeseries.decomposition;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SeasonalAdjustmentTest {
    @Test
    void takesTheSeasonOutAndPutsItBack() {
        double[] y = new double[48];
        for (int t = 0; t < y.length; t++) {
            y[t] = 100 * (t % 4 == 3 ? 1.6 : 0.8);
        }
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(y, 4);
        assertThat(adjustment.isSeasonal()).isTrue();
        assertThat(adjustment.adjusted()[3]).isCloseTo(100, within(1e-9));
        Forecasts flat = Forecasts.normal("m", "r", new double[] {100, 100, 100, 100}, new double[4], Levels.none());
        assertThat(adjustment.restored(flat).means()).containsExactly(new double[] {80, 80, 80, 160}, within(1e-9));
    }

    @Test
    void leavesNoiseAlone() {
        Random random = new Random(7);
        double[] y = random.doubles(60, 90, 110).toArray();
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(y, 12);
        assertThat(adjustment.isSeasonal()).isFalse();
        assertThat(adjustment.adjusted()).containsExactly(y);
    }

    @Test
    void drawsFactorsTowardsOneAsFarAsChanceExplainsThem() {
        Random random = new Random(3);
        double[] noise = random.doubles(48, 90, 110).toArray();
        double[] factors = ClassicalDecomposition.multiplicativeIndices(noise, 12);
        double[] ofNoise = SeasonalShrinkage.shrunk(factors, noise);
        double[] y = new double[48];
        for (int t = 0; t < y.length; t++) {
            y[t] = noise[t] * (t % 12 == 0 ? 3 : 1);
        }
        double[] clear = ClassicalDecomposition.multiplicativeIndices(y, 12);
        double[] ofClear = SeasonalShrinkage.shrunk(clear, y);
        assertThat(Math.abs(ofNoise[5] - 1)).isLessThan(0.6 * Math.abs(factors[5] - 1));
        assertThat(ofClear[0]).isCloseTo(clear[0], within(0.05));
    }
}
