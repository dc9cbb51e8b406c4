package org.kvartal.forecast.timeseries.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.Naive;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.combination.Auto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SeriesBatchTest {
    private static final Levels LEVELS = Levels.of(0.8, 0.95);

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void givesTheNumbersOfOneThreadInTheOrderOfTheSeries(int threads) {
        List<String> alone =
                rows(new SeriesBatch(new Auto(), 6, LEVELS, 1), series(60).iterator());
        List<String> together =
                rows(new SeriesBatch(new Auto(), 6, LEVELS, threads), series(60).iterator());

        assertThat(alone).hasSize(60);
        assertThat(together).isEqualTo(alone);
    }

    private static List<String> rows(SeriesBatch batch, Iterator<NamedSeries> series) {
        List<String> rows = new ArrayList<>();
        batch.run(
                series,
                result -> rows.add(result.name()
                        + Arrays.toString(result.forecasts().means())
                        + Arrays.toString(result.forecasts().upper(0.95))
                        + result.forecasts().reason()));
        return rows;
    }

    private static List<NamedSeries> series(int count) {
        SplittableRandom random = new SplittableRandom(7);
        return IntStream.range(0, count)
                .mapToObj(i -> new NamedSeries("s" + i, TimeSeries.seasonal(values(random, 1 + i), 4)))
                .toList();
    }

    private static double[] values(SplittableRandom random, int length) {
        return IntStream.range(0, length)
                .mapToDouble(t -> 100 + t + 10 * (t % 4) + random.nextGaussian())
                .toArray();
    }

    @Test
    void oneSeriesThatFailsTakesNoOtherDown() {
        List<NamedForecasts> results = new ArrayList<>();
        Iterator<NamedSeries> series = List.of(
                        new NamedSeries("good", TimeSeries.of(1, 2, 3)),
                        new NamedSeries("bad", TimeSeries.of(4, 5, -1)),
                        new NamedSeries("last", TimeSeries.of(7, 8)))
                .iterator();

        new SeriesBatch(new FailsBelowZero(), 2, LEVELS, 2).run(series, results::add);

        assertThat(results).extracting(NamedForecasts::name).containsExactly("good", "bad", "last");
        assertThat(results).extracting(r -> r.forecasts().mean(2)).containsExactly(3.0, 8 / 3.0, 8.0);
        assertThat(results).extracting(r -> r.forecasts().model()).containsExactly("naive", "mean", "naive");
        assertThat(results.get(1).forecasts().reason())
                .isEqualTo("naive has no forecast: it failed with IllegalStateException, below zero; instead mean:"
                        + " fewer than 4 values: mean of 3 observed values");
    }

    /** The naive method with a defect. */
    private static final class FailsBelowZero implements Forecaster {
        private final Forecaster naive = new Naive();

        @Override
        public String name() {
            return "naive";
        }

        @Override
        public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
            if (Arrays.stream(history.toArray()).anyMatch(value -> value < 0)) {
                throw new IllegalStateException("below zero");
            }
            return naive.forecast(history, horizon, levels);
        }
    }

    @Test
    void hasFiniteNumbersAndAReasonForAnySeries() {
        double nan = Double.NaN;
        double huge = Double.MAX_VALUE;
        List<TimeSeries> odd = List.of(
                TimeSeries.of(),
                TimeSeries.of(nan, nan, nan),
                TimeSeries.of(5),
                TimeSeries.of(0, 0, 0, 0),
                TimeSeries.of(huge, -huge, huge, -huge, huge, -huge, huge, -huge, huge),
                TimeSeries.seasonal(new double[] {nan, 3, nan}, 12));
        SureForecaster sure = new SureForecaster(new Auto());

        assertThat(odd).allSatisfy(series -> {
            Forecasts forecasts = sure.forecast(series, 5, LEVELS);
            assertThat(forecasts.isFinite()).isTrue();
            assertThat(forecasts.horizon()).isEqualTo(5);
            assertThat(forecasts.reason()).isNotEmpty();
        });
        Forecasts none = sure.forecast(odd.get(1), 5, LEVELS);
        assertThat(none.model()).isEqualTo("none");
        assertThat(none.reason())
                .isEqualTo("auto has no forecast: no observed value; instead none: zeros, for nothing was observed");
        assertThat(sure.forecast(odd.get(4), 1, LEVELS).interval(1, 0.8).contains(huge))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void readsOnlyAFewSeriesAheadOfItsResults(int threads) {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger furthest = new AtomicInteger();
        Iterator<NamedSeries> series = IntStream.range(0, 3000)
                .mapToObj(i -> {
                    furthest.accumulateAndGet(read.incrementAndGet() - written.get(), Math::max);
                    return new NamedSeries("s" + i, TimeSeries.of(i));
                })
                .iterator();

        new SeriesBatch(new Naive(), 1, LEVELS, threads).run(series, result -> written.incrementAndGet());

        assertThat(written).hasValue(3000);
        assertThat(furthest.get()).isLessThanOrEqualTo(threads * 64 + 1);
    }

    @Test
    void refusesWorkOnNoThread() {
        assertThatThrownBy(() -> new InOrder<Integer, Integer>(0, i -> i, i -> {}))
                .hasMessage("Invalid number of threads: 0, must be at least 1");
    }

    @Test
    void passesOnWhatWorkThrows() {
        try (InOrder<Integer, Integer> work = new InOrder<>(2, i -> 1 / i, i -> {})) {
            assertThatThrownBy(() -> {
                        work.accept(0);
                        work.finish();
                    })
                    .isInstanceOf(ArithmeticException.class);
        }
    }
}
