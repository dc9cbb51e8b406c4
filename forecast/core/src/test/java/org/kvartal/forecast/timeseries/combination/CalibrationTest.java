package org.kvartal.forecast.timeseries.combination;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.combination.IntervalFeatures.Side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class CalibrationTest {
    private static final Levels UNIT = Levels.of(0.95);

    @Test
    void factorsAreThoseKeptAndGrowBetweenAndBeyond() {
        double[] factors = {0.3, 0.6, 0.8, 1, 1.7};
        assertThat(Calibration.factor(factors, 0.5)).isCloseTo(0.3, offset(1e-12));
        assertThat(Calibration.factor(factors, 0.95)).isCloseTo(1, offset(1e-12));
        assertThat(Calibration.factor(factors, 0.99)).isCloseTo(1.7, offset(1e-12));
        double before = 0;
        for (double level = 0.01; level < 0.9995; level += 0.001) {
            assertThat(Calibration.factor(factors, level)).isGreaterThan(before);
            before = Calibration.factor(factors, level);
        }
    }

    @Test
    void theNumbersShippedGrowWithTheLevel() {
        NumberTable.read("intervals.txt").forEach((name, row) -> {
            if (!name.endsWith("scale")) {
                assertThat(row).as(name).isSorted();
                assertThat(row[0]).as(name).isPositive();
            }
        });
    }

    @Test
    void featuresDoNotSeeTheUnitOfTheSeries() {
        double[] ones = IntervalFeatures.of(unit(1)).at(2, Side.BELOW);
        double[] thousands = IntervalFeatures.of(unit(1000)).at(2, Side.BELOW);
        assertThat(ones).hasSize(IntervalFeatures.COUNT).containsExactly(thousands, offset(1e-9));
    }

    /** x = 10, 12, 11, 15, 14: drift 1, changes 2, 1, 4, 1 in size; the interval of step 2 is 16 - 4 to 16 + 2. */
    @Test
    void featuresAreThoseOfTheFormulas() {
        double[] x = IntervalFeatures.of(unit(1)).at(2, Side.ABOVE);
        double length = Math.log(5) - 4;
        double disagreement = Math.log(0.5 / 2) + 1.5;
        double wandering = Math.log(2 * Math.sqrt((1 + 4 + 9 + 4) / 4.0 * 2) / 2);
        double level = Math.log(16 / 2.0) / 3;
        double deviation = Math.sqrt((5.76 + 0.16 + 1.96 + 6.76 + 2.56) / 5);
        double trend = 1 / Math.sqrt(18 / 3.0) * Math.sqrt(5) / 3;
        double[] expected = {
            1,
            Math.log(2),
            Math.log(2) * length,
            length,
            length * length,
            0,
            disagreement,
            disagreement * disagreement,
            wandering,
            wandering * wandering,
            Math.log(2 * 2 * Math.sqrt(2) / 2),
            level,
            level * level,
            Math.log(4 / 2.0),
            0,
            Math.log(5 / 2.0),
            (16 - 12.4) / deviation,
            trend,
            trend
        };
        assertThat(x).containsExactly(expected, offset(1e-9));
    }

    @Test
    void intervalsHoldAboutWhatTheyPromiseOfWalksNotLearnedFrom() {
        Random random = new Random(5);
        Auto auto = new Auto();
        int[] inside = new int[2];
        int count = 0;
        for (int i = 0; i < 250; i++) {
            double[] y = new double[34];
            y[0] = 1000;
            for (int t = 1; t < y.length; t++) {
                y[t] = y[t - 1] * Math.exp(0.02 + 0.05 * random.nextGaussian());
            }
            Forecasts forecasts =
                    (Forecasts) auto.forecast(TimeSeries.of(Arrays.copyOf(y, 28)), 6, Levels.of(0.8, 0.95));
            for (int h = 1; h <= 6; h++) {
                inside[0] += forecasts.interval(h, 0.8).contains(y[27 + h]) ? 1 : 0;
                inside[1] += forecasts.interval(h, 0.95).contains(y[27 + h]) ? 1 : 0;
                count++;
            }
        }
        assertThat((double) inside[0] / count).isBetween(0.7, 0.9);
        assertThat((double) inside[1] / count).isBetween(0.88, 0.99);
    }

    private static UnitForecast unit(double size) {
        double[] x = Arrays.stream(new double[] {10, 12, 11, 15, 14})
                .map(v -> v * size)
                .toArray();
        double[][] lower = {{13 * size, 12 * size}};
        double[][] upper = {{16 * size, 18 * size}};
        Forecasts forecasts = Forecasts.of("m", "r", new double[] {15 * size, 16 * size}, UNIT, lower, upper);
        return new UnitForecast("none", forecasts, new double[] {0.4 * size, 0.5 * size}, x, 1);
    }
}
