package org.kvartal.forecast.timeseries.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.HistoricMean;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.Naive;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.arima.Arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SamplePathsTest {
    private static final Levels LEVELS = Levels.of(0.80, 0.95);
    private static final int HORIZON = 12;

    private static Forecasts normal(double... deviations) {
        return Forecasts.normal("test", "test", new double[deviations.length], deviations, LEVELS);
    }

    /** Var of the sum of 12 steps: 12 if independent; sum over h of (13 - h)^2 = 650 for a random walk. */
    @Test
    void drawsSumsWithTheVarianceTheDependenceSays() {
        double[] ones = new double[HORIZON];
        double[] roots = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            ones[h] = 1;
            roots[h] = Math.sqrt(h + 1);
        }
        assertThat(deviationOfSum(SamplePaths.draw(normal(ones), StepDependence.none(), 40000, 1)))
                .isCloseTo(Math.sqrt(12), within(0.05));
        assertThat(deviationOfSum(SamplePaths.draw(normal(roots), StepDependence.randomWalk(), 40000, 1)))
                .isCloseTo(Math.sqrt(650), within(0.3));
    }

    private static double deviationOfSum(SamplePaths paths) {
        double squares = 0;
        for (double sum : paths.sums(1, paths.horizon())) {
            squares += sum * sum;
        }
        return Math.sqrt(squares / paths.count());
    }

    @Test
    void keepsTheMarginalsOfTheForecasts() {
        Forecasts forecasts = Forecasts.of(
                "test", "test", new double[] {10, 10}, LEVELS, new double[][] {{8, 9}, {6, 9}}, new double[][] {
                    {13, 12}, {20, 30}
                });
        SamplePaths paths = SamplePaths.draw(forecasts, new StepDependence(0.5, 0.9), 40000, 2);
        for (int step = 1; step <= 2; step++) {
            for (double level : new double[] {0.80, 0.95}) {
                assertThat(paths.sumInterval(step, step, level).lower())
                        .isCloseTo(forecasts.interval(step, level).lower(), within(0.15));
                assertThat(paths.sumInterval(step, step, level).upper())
                        .isCloseTo(forecasts.interval(step, level).upper(), within(0.4));
            }
        }
    }

    @Test
    void drawsTheSamePathsFromTheSameSeed() {
        SamplePaths paths = SamplePaths.draw(normal(1, 2, 3), StepDependence.randomWalk(), 11, 5);
        SamplePaths again = SamplePaths.draw(normal(1, 2, 3), StepDependence.randomWalk(), 11, 5);
        SamplePaths others = SamplePaths.draw(normal(1, 2, 3), StepDependence.randomWalk(), 11, 6);
        assertThat(paths.count()).isEqualTo(11);
        assertThat(again.sums(1, 3)).containsExactly(paths.sums(1, 3));
        assertThat(others.sums(1, 3)).isNotEqualTo(paths.sums(1, 3));
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0.0", "0.7, 0.7", "1.0, 1.0", "0.3, 1.0"})
    void findsTheDependenceErrorsWereMadeWith(double weight, double persistence) {
        Random random = new Random(8);
        StepDependence made = new StepDependence(weight, persistence);
        List<double[]> errors = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double[] shocks = random.doubles(HORIZON)
                    .map(u -> Forecasts.normalQuantile(u))
                    .toArray();
            made.accumulate(shocks);
            errors.add(shocks);
        }
        StepDependence found = DependenceEstimate.of(errors);
        assertThat(found.weight()).isCloseTo(weight, within(0.051));
        if (weight > 0) {
            assertThat(found.persistence()).isCloseTo(persistence, within(0.051));
        }
    }

    /** A quarter and a year of simulated months; the sum of independent ranges would cover 0.6 of a random walk's years. */
    @ParameterizedTest
    @CsvSource({"1.0", "0.8", "0.0"})
    void coversSumsOfSimulatedSeries(double persistence) {
        Forecaster forecaster =
                persistence == 1 ? new Naive() : persistence == 0 ? new HistoricMean() : Arima.automatic();
        int quarters = 0;
        int years = 0;
        int runs = 200;
        for (int run = 0; run < runs; run++) {
            double[] values = autoregression(persistence, 96 + HORIZON, new Random(run));
            TimeSeries history = TimeSeries.of(values).first(96);
            Forecasts forecasts = (Forecasts) forecaster.forecast(history, HORIZON, LEVELS);
            SamplePaths paths = SamplePaths.draw(forecasts, forecaster, history, 400, run);
            quarters += paths.sumInterval(1, 3, 0.95).contains(sum(values, 96, 99)) ? 1 : 0;
            years += paths.sumInterval(1, HORIZON, 0.95).contains(sum(values, 96, 108)) ? 1 : 0;
        }
        assertThat((double) quarters / runs).as("quarters").isBetween(0.90, 0.98);
        assertThat((double) years / runs).as("years").isBetween(0.90, 0.98);
    }

    private static double[] autoregression(double persistence, int length, Random random) {
        double[] values = new double[length];
        double value = 0;
        for (int t = -50; t < length; t++) {
            value = persistence * value + random.nextGaussian();
            if (t >= 0) {
                values[t] = 100 + value;
            }
        }
        return values;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += values[t];
        }
        return sum;
    }

    @Test
    void takesARandomWalkWhereThereAreNoErrorsToLearnFrom() {
        assertThat(DependenceEstimate.of(new Naive(), TimeSeries.of(1, 2, 3, 4), 6))
                .isEqualTo(StepDependence.randomWalk());
    }

    @Test
    void refusesForecastsWithoutIntervals() {
        Forecasts means = Forecasts.normal("naive", "test", new double[2], new double[2], Levels.none());
        assertThatThrownBy(() -> SamplePaths.draw(means, StepDependence.none(), 10, 1))
                .hasMessage("Invalid forecasts of naive: no interval to draw values from, ask for a level");
        assertThatThrownBy(() -> SamplePaths.draw(normal(1), StepDependence.none(), 1, 1))
                .hasMessage("Invalid count of paths: 1, must be at least 2");
        assertThatThrownBy(() -> SamplePaths.draw(normal(1, 1), StepDependence.none(), 4, 1)
                        .sums(1, 3))
                .hasMessage("Invalid steps: 1 to 3, the paths have steps 1 to 2");
    }
}
