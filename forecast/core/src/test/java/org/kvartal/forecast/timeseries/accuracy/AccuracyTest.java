package org.kvartal.forecast.timeseries.accuracy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.Naive;
import org.kvartal.forecast.timeseries.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class AccuracyTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(AccuracyTest.class, "measures.txt");
    private static final Levels LEVEL = Levels.of(0.95);

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c"})
    void agreesWithTheScorerOfTheM4Competition(String key) {
        TimeSeries history = TimeSeries.seasonal(GOLDEN.row(key + " history"), (int) GOLDEN.number(key + " season"));
        double[] actuals = GOLDEN.row(key + " actuals");
        Forecasts naive2 = (Forecasts) new Naive2().forecast(history, actuals.length, LEVEL);
        assertThat(naive2.means()).containsExactly(GOLDEN.row(key + " naive2"), within(1e-5));
        ScoredForecast scored = new ScoredForecast(history, lastSeasonPlusTwoPercent(history, actuals.length), actuals);
        ScoredForecast benchmark = new ScoredForecast(history, naive2, actuals);
        AccuracySummary summary = AccuracySummary.of(List.of(scored), List.of(benchmark), 0.95);
        assertThat(summary.smape()).isCloseTo(GOLDEN.number(key + " smape"), within(1e-8));
        assertThat(summary.mase()).isCloseTo(GOLDEN.number(key + " mase"), within(1e-8));
        assertThat(summary.owa()).isCloseTo(GOLDEN.number(key + " owa"), within(1e-8));
        assertThat(summary.rmsse()).isCloseTo(GOLDEN.number(key + " rmsse"), within(1e-8));
        assertThat(summary.bias()).isCloseTo(GOLDEN.number(key + " bias"), within(1e-8));
        assertThat(summary.wape()).isCloseTo(GOLDEN.number(key + " wape"), within(1e-8));
        assertThat(summary.coverage()).isCloseTo(GOLDEN.number(key + " coverage"), within(1e-8));
        assertThat(summary.msis()).isCloseTo(GOLDEN.number(key + " msis"), within(1e-6));
        assertThat(summary.pinball()).isCloseTo(GOLDEN.number(key + " pinball"), within(1e-5));
    }

    private static Forecasts lastSeasonPlusTwoPercent(TimeSeries history, int horizon) {
        int m = history.season();
        double mean = Arrays.stream(history.between(history.length() - m, history.length())
                                .toArray())
                        .average()
                        .orElseThrow()
                * 1.02;
        double[] means = constant(mean, horizon);
        double[][] lower = {constant(mean * 0.85, horizon)};
        double[][] upper = {constant(mean * 1.15, horizon)};
        return Forecasts.of("test", "test", means, LEVEL, lower, upper);
    }

    private static double[] constant(double value, int count) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void leavesMissingActualsOut() {
        double[] actuals = {2, Double.NaN, 4};
        double[] means = {1, 100, 4};
        assertThat(PointMeasures.meanAbsoluteError(actuals, means)).isEqualTo(0.5);
        assertThat(PointMeasures.wape(actuals, means)).isEqualTo(1 / 6.0);
        assertThat(PointMeasures.smape(actuals, means)).isCloseTo(200 / 3.0 / 2, within(1e-12));
        assertThat(IntervalMeasures.coverage(actuals, new double[] {3, 0, 0}, new double[] {5, 0, 5}))
                .isEqualTo(0.5);
    }

    @Test
    void isUndefinedWhereTheHistoryNeverChanges() {
        assertThat(PointMeasures.mase(TimeSeries.of(3, 3, 3), new double[] {4}, new double[] {3}))
                .isNaN();
    }

    @Test
    void backtestRollsTheOriginAndKnowsOnlyThePast() {
        TimeSeries series = TimeSeries.of(1, 2, 3, 4, 5, 6, 7, 8);
        List<ScoredForecast> scored = new Backtest(2, 4, 2).run(new Naive(), series, LEVEL);
        assertThat(scored).extracting(ScoredForecast::origin).containsExactly(2, 4, 6);
        assertThat(scored).extracting(s -> s.forecasts().mean(2)).containsExactly(2.0, 4.0, 6.0);
        assertThat(scored.get(1).actuals()).containsExactly(5, 6);
    }

    @Test
    void refusesWhatDoesNotFit() {
        Forecasts two = (Forecasts) new Naive().forecast(TimeSeries.of(1, 2), 2, LEVEL);
        assertThatThrownBy(() -> new ScoredForecast(TimeSeries.of(1, 2), two, new double[] {1}))
                .hasMessage("Invalid number of actual values: 1 for 2 forecasts");
        assertThatThrownBy(() -> new Backtest(1, 0, 1))
                .hasMessage("Invalid backtest: 0 origins, step 1, must be at least 1");
        assertThatThrownBy(() -> AccuracySummary.of(
                        List.of(), List.of(new ScoredForecast(TimeSeries.of(1, 2), two, new double[] {1, 2})), 0.95))
                .hasMessage("Invalid benchmark: 1 forecasts against 0");
    }
}
