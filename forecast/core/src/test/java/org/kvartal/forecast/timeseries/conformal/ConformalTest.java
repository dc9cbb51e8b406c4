package org.kvartal.forecast.timeseries.conformal;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.HistoricMean;
import org.kvartal.forecast.timeseries.Interval;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.Naive;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

class ConformalTest {
    private static final Levels LEVELS = Levels.of(0.5, 0.8, 0.95);

    /** The last changes are 1, 5, 2, 4, 3: with 5 scores the 50 % width is the third smallest, the 80 % the fifth. */
    @Test
    void widthIsAnOrderStatisticOfThePastErrors() {
        TimeSeries history = TimeSeries.of(-50, -50, -50, -50, -50, 0, 1, 6, 4, 8, 5);
        Forecasts forecasts = (Forecasts) Conformal.of(new Naive(), 5).forecast(history, 1, Levels.of(0.5, 0.8));
        assertThat(forecasts.interval(1, 0.5)).isEqualTo(new Interval(5 - 3, 5 + 3));
        assertThat(forecasts.interval(1, 0.8)).isEqualTo(new Interval(5 - 5, 5 + 5));
    }

    /** R 4.2: qt(0.975, 5) * sqrt((1 + 1 / 5) * 11) = 9.339388. */
    @Test
    void withTooFewErrorsForTheLevelTheWidthIsThatOfStudent() {
        TimeSeries history = TimeSeries.of(-50, -50, -50, -50, -50, 0, 1, 6, 4, 8, 5);
        Forecasts forecasts = (Forecasts) Conformal.of(new Naive(), 5).forecast(history, 1, LEVELS);
        assertThat(forecasts.interval(1, 0.95).upper()).isCloseTo(5 + 9.339388, offset(1e-5));
    }

    @Test
    void coversWhatItPromisesOfNoiseAndOfRandomWalks() {
        Random random = new Random(42);
        for (Forecaster forecaster : new Forecaster[] {new HistoricMean(), new Naive()}) {
            Conformal conformal = Conformal.of(forecaster, 60);
            int[] inside = new int[2];
            int count = 4000;
            for (int i = 0; i < count; i++) {
                double[] y = new double[125];
                for (int t = 1; t < y.length; t++) {
                    double noise = Math.abs(random.nextGaussian()) * random.nextGaussian();
                    y[t] = forecaster instanceof Naive ? y[t - 1] + noise : noise;
                }
                TimeSeries history = TimeSeries.of(y).first(124);
                Forecasts forecasts = (Forecasts) conformal.forecast(history, 1, LEVELS);
                inside[0] += forecasts.interval(1, 0.8).contains(y[124]) ? 1 : 0;
                inside[1] += forecasts.interval(1, 0.95).contains(y[124]) ? 1 : 0;
            }
            assertThat((double) inside[0] / count).isBetween(0.78, 0.83);
            assertThat((double) inside[1] / count).isBetween(0.94, 0.97);
        }
    }

    @Test
    void widensWithTheStepAndTheLevelAndStaysAboveZero() {
        double[] y = new double[40];
        for (int t = 0; t < y.length; t++) {
            y[t] = t % 11 == 3 ? Double.NaN : 3 + t * 7919 % 13;
        }
        Conformal conformal = Conformal.of(new Naive());
        Forecasts forecasts = (Forecasts) conformal.forecast(TimeSeries.of(y), 20, LEVELS);
        for (int h = 1; h <= 20; h++) {
            assertThat(forecasts.interval(h, 0.95).upper())
                    .isGreaterThanOrEqualTo(forecasts.interval(h, 0.8).upper());
            assertThat(forecasts.interval(h, 0.95).lower()).isNotNegative();
            if (h > 1) {
                assertThat(forecasts.interval(h, 0.8).upper())
                        .isGreaterThanOrEqualTo(forecasts.interval(h - 1, 0.8).upper());
            }
        }
        assertThat(forecasts.model()).isEqualTo("naive-conformal");
        assertThat(forecasts.reason()).endsWith("; 9 past origins");
    }

    @Test
    void keepsTheIntervalsOfTheMethodWhenThereIsNoPast() {
        Forecasts own = (Forecasts) new Naive().forecast(TimeSeries.of(4), 2, LEVELS);
        Forecasts conformed = (Forecasts) Conformal.of(new Naive()).forecast(TimeSeries.of(4), 2, LEVELS);
        assertThat(conformed.upper(0.95)).isEqualTo(own.upper(0.95));
        assertThat(conformed.reason()).endsWith("; too short for past origins");
        assertThat(Conformal.of(new Naive()).forecast(TimeSeries.of(Double.NaN), 2, LEVELS))
                .isEqualTo(new NotForecastable("naive-conformal", "no observed value"));
    }

    @Test
    void refusesLessThanOneRefit() {
        assertThatThrownBy(() -> Conformal.of(new Naive(), 0))
                .hasMessage("Invalid number of refits: 0, must be at least 1");
    }
}
