package org.kvartal.forecast.timeseries.combination;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.SeasonalNaive;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.accuracy.PointMeasures;
import org.kvartal.forecast.timeseries.decomposition.DecompositionTest;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

class AutoTest {
    private static final double NA = Double.NaN;
    private static final Levels LEVELS = Levels.of(0.80, 0.95);
    private static final Auto AUTO = new Auto();

    @Test
    void forecastsAirPassengersAFifthBetterThanSeasonalNaive() {
        double[] logs = GoldenFile.read(DecompositionTest.class, "stl.txt").row("air series");
        double[] y = Arrays.stream(logs).map(Math::exp).toArray();
        TimeSeries history = TimeSeries.seasonal(Arrays.copyOf(y, 120), 12);
        Forecasts forecasts = forecast(history, 24);
        double[] actuals = Arrays.copyOfRange(y, 120, 144);
        Forecasts naive = (Forecasts) new SeasonalNaive().forecast(history, 24, LEVELS);
        assertThat(PointMeasures.smape(actuals, forecasts.means()))
                .isLessThan(0.8 * PointMeasures.smape(actuals, naive.means()));
        assertThat(forecasts.reason()).matches("ces \\d+%, arima \\d+%, .*evolving-autoregression \\d+%");
    }

    @Test
    void answersForWhateverHasOneValue() {
        double[][] histories = {
            {3},
            {0},
            {NA, -2, NA},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, NA},
            {1, 2, 3},
            {1, 2, 3, 4, 5, 6, 7, 8},
            {-1, 5, -3, 2, -8, 4, 0, 1, -2, 6},
            {1e-9, 2e-9, 1e-9, 3e-9, 1e-9, 2e-9, 4e-9, 1e-9},
            {1e12, 3, 1e12, 3, 1e12, 3, 1e12, 3, 1e12},
            {5, NA, NA, NA, NA, NA, NA, NA, NA, 6},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 9},
            {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096}
        };
        for (double[] history : histories) {
            for (int season : new int[] {1, 2, 4, 12, 52}) {
                Forecasts forecasts = forecast(TimeSeries.seasonal(history, season), 30);
                assertThat(forecasts.isFinite()).as(Arrays.toString(history)).isTrue();
                assertThat(forecasts.horizon()).isEqualTo(30);
                assertThat(forecasts.model()).isEqualTo("auto");
                assertThat(forecasts.reason()).isNotBlank();
                assertThat(forecasts.interval(30, 0.95).width())
                        .isGreaterThanOrEqualTo(forecasts.interval(30, 0.80).width());
            }
        }
    }

    @Test
    void saysThatThereIsNothingToForecastFrom() {
        assertThat(AUTO.forecast(TimeSeries.of(NA, NA), 3, LEVELS))
                .isEqualTo(new NotForecastable("auto", "no observed value"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void isFiniteOnRandomWalksWithHolesAndSpikes(int season) {
        Random random = new Random(season);
        for (int i = 0; i < 40; i++) {
            double[] y = new double[9 + random.nextInt(90)];
            double level = random.nextInt(3) * 100;
            for (int t = 0; t < y.length; t++) {
                level += random.nextGaussian();
                double spike = random.nextInt(25) == 0 ? 1000 : 0;
                y[t] = random.nextInt(10) == 0 ? NA : level + spike + 5 * Math.sin(2 * Math.PI * t / 12);
            }
            assertThat(forecast(TimeSeries.seasonal(y, season), 18).isFinite()).isTrue();
        }
    }

    @Test
    void scalesWithTheSeries() {
        double[] y = seasonal(80, 12);
        double[] thousandfold = Arrays.stream(y).map(v -> 1000 * v).toArray();
        Forecasts small = forecast(TimeSeries.seasonal(y, 12), 12);
        Forecasts large = forecast(TimeSeries.seasonal(thousandfold, 12), 12);
        for (int h = 1; h <= 12; h++) {
            assertThat(large.mean(h)).isCloseTo(1000 * small.mean(h), withinPercentage(0.5));
        }
    }

    @Test
    void givesTheSameNumbersEveryTime() {
        TimeSeries history = TimeSeries.seasonal(seasonal(60, 4), 4);
        assertThat(new Auto().forecast(history, 8, LEVELS))
                .usingRecursiveComparison()
                .isEqualTo(AUTO.forecast(history, 8, LEVELS));
    }

    @Test
    void neverFallsBelowZeroUnlessTheHistoryDid() {
        double[] falling = {90, 80, 71, 60, 49, 41, 30, 19, 11, 5};
        Forecasts forecasts = forecast(TimeSeries.of(falling), 10);
        assertThat(Arrays.stream(forecasts.means())).allMatch(v -> v >= 0);
        assertThat(Arrays.stream(forecasts.lower(0.95))).allMatch(v -> v >= 0);
        double[] below = Arrays.stream(falling).map(v -> v - 200).toArray();
        assertThat(forecast(TimeSeries.of(below), 10).mean(1)).isNegative();
    }

    @Test
    void seesRareDemandAsSuch() {
        double[] y = {0, 0, 3, 0, 0, 0, 5, 2, 0, 0, 1, 0, 0, 0, 0, 4, 0, 0, 2, 0};
        Forecasts forecasts = forecast(TimeSeries.seasonal(y, 12), 3);
        assertThat(forecasts.reason()).isEqualTo("intermittent: demand every 3.3 periods, squared variation 0.27");
        assertThat(forecasts.mean(1)).isBetween(0.5, 1.2);
    }

    @Test
    void findsTheWeekBehindTheDay() {
        double[] y = hoursOfFiveWeeks();
        Forecasts forecasts = forecast(TimeSeries.seasonal(y, 24), 168);
        assertThat(forecasts.reason()).endsWith("seasons [24, 168]");
        double[] expected = Arrays.copyOf(y, 168);
        double worst = 0;
        for (int h = 0; h < 168; h++) {
            worst = Math.max(worst, Math.abs(forecasts.mean(h + 1) - expected[h]));
        }
        // Without the week the error would be 50 at one end of it.
        assertThat(PointMeasures.meanAbsoluteError(expected, forecasts.means())).isLessThan(8);
        assertThat(worst).isLessThan(30);
    }

    @Test
    void looksForNoSeasonBesideTheOnlyOnes() {
        TimeSeries history = TimeSeries.of(hoursOfFiveWeeks()).withOnlySeasons(24);
        assertThat(forecast(history, 24).reason()).doesNotContain("168");
        assertThat(forecast(history.first(800).withValues(hoursOfFiveWeeks()), 24)
                        .reason())
                .doesNotContain("168");
        assertThat(forecast(history.withOnlySeasons(24, 168), 24).reason()).endsWith("seasons [24, 168]");
    }

    private static double[] hoursOfFiveWeeks() {
        double[] y = new double[24 * 7 * 5];
        for (int t = 0; t < y.length; t++) {
            boolean weekend = t / 24 % 7 >= 5;
            y[t] = 100 + 20 * Math.sin(2 * Math.PI * t / 24) - (weekend ? 50 : 0) + t * 7919 % 11 * 0.1;
        }
        return y;
    }

    @Test
    void everyMethodHasAWeightAndTheyAddUp() {
        TimeSeries history = TimeSeries.seasonal(seasonal(60, 4), 4);
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(history.toArray(), 4);
        Map<String, String> dropped = new LinkedHashMap<>();
        Map<String, Forecasts> found = Pool.withSeason().forecast(history, adjustment, 8, Levels.of(0.95), dropped);
        assertThat(dropped).isEmpty();
        double[] features = SeriesFeatures.of(history, adjustment, 8, found);
        Map<String, Double> weights = Weights.withSeason().of(features, found.keySet());
        assertThat(weights.values().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-12));
        assertThat(weights.keySet()).containsExactlyElementsOf(Pool.withSeason().names());
        assertThat(Weights.withoutSeason()
                        .of(features, Set.copyOf(Pool.withoutSeason().names())))
                .hasSize(Pool.withoutSeason().names().size());
    }

    @Test
    void featuresDoNotDependOnTheUnit() {
        double[] y = seasonal(60, 12);
        double[] cents = Arrays.stream(y).map(v -> 100 * v).toArray();
        double[] features = features(TimeSeries.seasonal(y, 12));
        // Optimisers stop at other places when the unit differs.
        assertThat(features(TimeSeries.seasonal(cents, 12))).containsExactly(features, within(0.05));
        assertThat(features[0]).isEqualTo(1);
    }

    @Test
    void theReasonSaysWhyAMethodFellOut() {
        assertThat(forecast(TimeSeries.seasonal(seasonal(20, 12), 12), 6).reason())
                .contains("; left out: ")
                .contains("evolving-theta (too few seasons)");
    }

    @Test
    void combinationTakesTheWeightedMeanOfMeansAndOfWidths() {
        Levels level = Levels.of(0.95);
        Map<String, Forecasts> found = Map.of("a", forecasts(1, 0, 3, level), "b", forecasts(5, 4, 8, level));
        Forecasts mean = new MemberCombination(found).weighted(Map.of("a", 0.25, "b", 0.75));
        assertThat(mean.mean(1)).isEqualTo(4);
        assertThat(mean.interval(1, 0.95).lower()).isCloseTo(4 - 1, within(1e-12));
        assertThat(mean.interval(1, 0.95).upper()).isCloseTo(4 + (0.25 * 2 + 0.75 * 3), within(1e-12));
    }

    @Test
    void aMethodThatRunsAwayIsHeldBack() {
        Levels level = Levels.of(0.95);
        Map<String, Forecasts> found = Map.of(
                "a",
                forecasts(9, 8, 10, level),
                "b",
                forecasts(10, 9, 11, level),
                "c",
                forecasts(11, 10, 12, level),
                "d",
                forecasts(10, 9, 11, level),
                "e",
                forecasts(1000, 990, 1020, level));
        Map<String, Forecasts> held = Runaways.heldBack(found, new double[] {1, 3, 1, 3});
        // The median is 10, the median distance from it 1, the mean change 2.
        assertThat(held.get("e").mean(1)).isCloseTo(10 + 3 * 1 + 2, within(1e-12));
        assertThat(held.get("e").interval(1, 0.95).upper()).isCloseTo(15 + 20, within(1e-9));
        assertThat(held.get("a").mean(1)).isEqualTo(9);
    }

    private static double[] features(TimeSeries history) {
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(history.toArray(), history.season());
        Map<String, Forecasts> found =
                Pool.withSeason().forecast(history, adjustment, 12, Levels.of(0.95), new LinkedHashMap<>());
        return SeriesFeatures.of(history, adjustment, 12, found);
    }

    private static Forecasts forecasts(double mean, double lower, double upper, Levels level) {
        return Forecasts.of("m", "r", new double[] {mean}, level, new double[][] {{lower}}, new double[][] {{upper}});
    }

    private static double[] seasonal(int n, int m) {
        double[] y = new double[n];
        for (int t = 0; t < n; t++) {
            y[t] = (100 + t + t * 7919 % 17) * (1 + 0.3 * Math.sin(2 * Math.PI * t / m));
        }
        return y;
    }

    private static Forecasts forecast(TimeSeries history, int horizon) {
        ForecastResult result = AUTO.forecast(history, horizon, LEVELS);
        assertThat(result).as(result.reason()).isInstanceOf(Forecasts.class);
        return (Forecasts) result;
    }
}
