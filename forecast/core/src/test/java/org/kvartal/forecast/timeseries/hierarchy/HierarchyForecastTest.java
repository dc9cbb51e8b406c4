package org.kvartal.forecast.timeseries.hierarchy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.HistoricMean;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.theta.Theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class HierarchyForecastTest {
    private static final double NA = Double.NaN;
    private static final Levels LEVELS = Levels.of(0.80, 0.95);
    private static final Forecaster METHOD = Theta.of(Theta.Variant.STANDARD);
    private static final int HORIZON = 6;
    private static final List<String> COLUMNS = List.of("state", "kind");

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (int b = 0; b < 12; b++) {
            groups.put("series " + b, List.of("s" + b % 3, "k" + b / 3));
        }
        return groups;
    }

    /** Monthly sales that share a wandering level. */
    private static Map<String, TimeSeries> sales(int length) {
        Random random = new Random(5);
        double[] shared = new double[length];
        for (int t = 1; t < length; t++) {
            shared[t] = shared[t - 1] + random.nextGaussian();
        }
        Map<String, TimeSeries> series = new LinkedHashMap<>();
        for (String name : groups().keySet()) {
            double[] values = new double[length];
            for (int t = 0; t < length; t++) {
                values[t] = Math.max(0, 20 + shared[t] + 3 * random.nextGaussian() + 5 * Math.sin(t * Math.PI / 6));
            }
            series.put(name, TimeSeries.seasonal(values, 12));
        }
        return series;
    }

    private static HierarchyForecast forecast(Map<String, TimeSeries> series) {
        return HierarchyForecast.of(Grouping.of(COLUMNS, groups()), series, METHOD, HORIZON, LEVELS, 1);
    }

    private static void expectCoherent(HierarchyForecast forecast) {
        Grouping grouping = forecast.grouping();
        for (int node = 0; node < grouping.nodeCount(); node++) {
            Forecasts own = forecast.forecasts().get(node);
            for (int h = 1; h <= HORIZON; h++) {
                int step = h;
                double sum = Arrays.stream(grouping.members(node))
                        .mapToDouble(b ->
                                forecast.forecasts(grouping.bottom().get(b)).mean(step))
                        .sum();
                assertThat(own.mean(h)).isCloseTo(sum, within(1e-9 * (1 + Math.abs(sum))));
                assertThat(own.interval(h, 0.95).contains(own.mean(h))).isTrue();
                assertThat(own.interval(h, 0.95).width())
                        .isGreaterThanOrEqualTo(own.interval(h, 0.80).width());
            }
            assertThat(own.isFinite()).isTrue();
        }
    }

    @Test
    void addsUpAtEveryLevelAndSaysWhy() {
        HierarchyForecast forecast = forecast(sales(72));
        expectCoherent(forecast);
        assertThat(forecast.method()).isEqualTo(ReconciliationMethod.AUTO);
        assertThat(forecast.forecasts("total").reason()).contains("; reconciled by ", "at rolling origins");
        assertThat(forecast.choice().orElseThrow().trials()).hasSizeGreaterThan(60);
        assertThat(forecast.base().get(0).mean(1))
                .isNotCloseTo(forecast.forecasts("total").mean(1), within(1e-3));
    }

    @Test
    void isNotWorseThanUnreconciledAtTheOriginsItChoseFrom() {
        ReconciliationChoice choice = forecast(sales(96)).choice().orElseThrow();
        assertThat(choice.trials().get(choice.trials().size() - 1).change()).isLessThan(0.01);
        assertThat(choice.reason()).contains("less error than unreconciled");
    }

    /** Independent errors of 12 series would make the range of the total sqrt(12) times that of one; shared ones, 12. */
    @Test
    void widensTheTotalByWhatErrorsHaveInCommon() {
        HierarchyForecaster bottomUp =
                HierarchyForecaster.of(new SeasonalBaseline(), 1).withMethod(ReconciliationMethod.BOTTOM_UP);
        Map<String, TimeSeries> shared = sales(96);
        Map<String, TimeSeries> separate = new LinkedHashMap<>();
        Random random = new Random(6);
        shared.forEach((name, series) -> separate.put(
                name,
                series.withValues(Arrays.stream(series.toArray())
                        .map(value -> 20 + 3 * random.nextGaussian())
                        .toArray())));
        assertThat(widthOfTotalByRootOfSquares(bottomUp, shared)).isGreaterThan(1.6);
        assertThat(widthOfTotalByRootOfSquares(bottomUp, separate)).isBetween(0.75, 1.35);
    }

    private static double widthOfTotalByRootOfSquares(HierarchyForecaster forecaster, Map<String, TimeSeries> series) {
        Grouping grouping = Grouping.of(COLUMNS, groups());
        HierarchyForecast forecast = forecaster.forecast(grouping, series, HORIZON, LEVELS);
        double squares = grouping.bottom().stream()
                .mapToDouble(name -> Math.pow(
                        forecast.forecasts(name).interval(HORIZON, 0.80).width(), 2))
                .sum();
        return forecast.forecasts("total").interval(HORIZON, 0.80).width() / Math.sqrt(squares);
    }

    @Test
    void forecastsNodesByTheSeasonsOfTheirSeriesAlone() {
        Set<Boolean> seen = ConcurrentHashMap.newKeySet();
        Forecaster method = new Forecaster() {
            @Override
            public String name() {
                return METHOD.name();
            }

            @Override
            public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
                seen.add(history.hasOnlyNamedSeasons());
                return METHOD.forecast(history, horizon, levels);
            }
        };
        Map<String, TimeSeries> only = new LinkedHashMap<>();
        sales(60).forEach((name, series) -> only.put(name, series.withOnlySeasons(series.seasons())));
        HierarchyForecaster.of(method, 7).forecast(Grouping.of(COLUMNS, groups()), only, HORIZON, LEVELS);

        assertThat(seen).containsExactly(true);
    }

    @Test
    void givesTheSameOnTwoThreads() {
        Grouping grouping = Grouping.of(COLUMNS, groups());
        HierarchyForecaster one = HierarchyForecaster.of(METHOD, 7);
        Forecasts alone = one.forecast(grouping, sales(60), HORIZON, LEVELS).forecasts("state=s1");
        Forecasts together = one.withThreads(2)
                .forecast(grouping, sales(60), HORIZON, LEVELS)
                .forecasts("state=s1");
        assertThat(together.means()).containsExactly(alone.means());
        assertThat(together.upper(0.95)).containsExactly(alone.upper(0.95));
    }

    @Test
    void livesWithShortEndedLateAndEmptySeries() {
        Map<String, TimeSeries> series = sales(60);
        double[] ended = series.get("series 0").toArray();
        Arrays.fill(ended, 30, 60, NA);
        double[] gap = series.get("series 1").toArray();
        gap[50] = NA;
        double[] empty = new double[60];
        Arrays.fill(empty, NA);
        series.put("series 0", series.get("series 0").withValues(ended));
        series.put("series 1", series.get("series 1").withValues(gap));
        series.put("series 2", series.get("series 2").between(52, 60));
        series.put("series 3", TimeSeries.seasonal(empty, 12));
        series.put("series 4", TimeSeries.seasonal(new double[60], 12));
        HierarchyForecast forecast = forecast(series);
        expectCoherent(forecast);
        assertThat(forecast.forecasts("series 4").mean(1)).isBetween(0.0, 0.5);
        assertThat(forecast.forecasts()).allMatch(f -> f.interval(1, 0.95).lower() >= 0);
        assertThat(forecast.forecasts("series 0").reason()).startsWith("no value, or none for more than a season");
    }

    @Test
    void reconcilesWithoutChoiceWhereThePastIsTooShort() {
        HierarchyForecast forecast = forecast(sales(9));
        expectCoherent(forecast);
        assertThat(forecast.choice()).isEmpty();
        assertThat(forecast.reason()).isEqualTo("wls-struct, as the past is too short for rolling origins");
    }

    @Test
    void fallsBackToTheBaselineForANodeWithoutAForecast() {
        Forecaster refusing = new Forecaster() {
            @Override
            public String name() {
                return "refusing";
            }

            @Override
            public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
                return history.value(0) > 100
                        ? new NotForecastable(name(), "above 100")
                        : new HistoricMean().forecast(history, horizon, levels);
            }
        };
        HierarchyForecast forecast =
                HierarchyForecast.of(Grouping.of(COLUMNS, groups()), sales(40), refusing, HORIZON, LEVELS, 1);
        expectCoherent(forecast);
        assertThat(forecast.forecasts("total").model()).isEqualTo("seasonal-naive");
    }

    @Test
    void refusesUnknownNodesAndMissingSeries() {
        assertThatThrownBy(() -> forecast(sales(40)).forecasts("state=s9"))
                .hasMessage("Invalid node: state=s9, the hierarchy has none of this name");
        assertThatThrownBy(() -> forecast(Map.of())).hasMessage("Invalid hierarchy: no values of series series 0");
    }
}
