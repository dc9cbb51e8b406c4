package org.kvartal.forecast.timeseries.accuracy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.HistoricMean;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.Naive;
import org.kvartal.forecast.timeseries.RandomWalkWithDrift;
import org.kvartal.forecast.timeseries.SeasonalNaive;
import org.kvartal.forecast.timeseries.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ComparisonTest {
    private static final Levels LEVELS = Levels.of(0.8, 0.95);

    /** Australian beer production, megalitres a quarter, 1992 to the second quarter of 2010 (Bureau of Statistics, 8301.0). */
    private static final double[] BEER = {
        443, 410, 420, 532, 433, 421, 410, 512, 449, 381, 423, 531, 426, 408, 416, 520, 409, 398, 398, 507, 432, 398,
                406,
        526, 428, 397, 403, 517, 435, 383, 424, 521, 421, 402, 414, 500, 451, 380, 416, 492, 428, 408, 406, 506, 435,
                380,
        421, 490, 435, 390, 412, 454, 416, 403, 408, 482, 438, 386, 405, 491, 427, 383, 394, 473, 420, 390, 410, 488,
                415,
        398, 419, 488, 414, 374
    };

    private static final List<Forecaster> METHODS =
            List.of(new HistoricMean(), new Naive(), new SeasonalNaive(), new RandomWalkWithDrift());

    /**
     * The table of Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.8: trained to the
     * end of 2007; columns MAE and MASE, printed with two digits.
     */
    @ParameterizedTest
    @CsvSource({"mean, 34.83, 2.44", "naive, 57.40, 4.01", "seasonal-naive, 13.40, 0.94", "drift, 58.88, 4.12"})
    void agreesWithThePublishedTableOfFourMethodsOnBeer(String method, double mae, double mase) {
        Comparison comparison = Comparison.of(TimeSeries.seasonal(BEER, 4), METHODS, new Backtest(10, 1, 1), LEVELS);

        double meanActual = Arrays.stream(BEER).skip(64).average().orElseThrow();
        assertThat(comparison.summary(method, 0.8).mase()).isCloseTo(mase, within(0.005));
        assertThat(comparison.summary(method, 0.8).wape() * meanActual).isCloseTo(mae, within(0.005));
    }

    @Test
    void seriesAddUpToThePool() {
        TimeSeries beer = TimeSeries.seasonal(BEER, 4);
        TimeSeries small = TimeSeries.of(1, 3, 2, 4, 1, 5);
        Backtest backtest = new Backtest(2, 3, 1);
        Comparison pool = new Comparison(LEVELS);
        pool.add(Comparison.of(beer, METHODS, backtest, LEVELS));
        pool.add(Comparison.of(small, METHODS, backtest, LEVELS));

        List<ScoredForecast> ofBeer = backtest.run(new Naive(), beer, LEVELS);
        List<ScoredForecast> ofSmall = backtest.run(new Naive(), small, LEVELS);
        double errors = sum(ofBeer, true) + sum(ofSmall, true);
        double volume = sum(ofBeer, false) + sum(ofSmall, false);
        AccuracySummary naive = pool.summary("naive", 0.95);
        assertThat(pool.methods()).containsExactly("mean", "naive", "seasonal-naive", "drift");
        assertThat(naive.forecasts()).isEqualTo(6);
        assertThat(naive.mase())
                .isCloseTo(
                        (ofBeer.stream().mapToDouble(ScoredForecast::mase).sum()
                                        + ofSmall.stream()
                                                .mapToDouble(ScoredForecast::mase)
                                                .sum())
                                / 6,
                        within(1e-12));
        assertThat(naive.wape()).isCloseTo(errors / volume, within(1e-12));
        assertThat(naive.coverage())
                .isCloseTo(
                        (ofBeer.stream().mapToDouble(f -> f.coverage(0.95)).sum()
                                        + ofSmall.stream()
                                                .mapToDouble(f -> f.coverage(0.95))
                                                .sum())
                                / 6,
                        within(1e-12));
    }

    private static double sum(List<ScoredForecast> scored, boolean ofErrors) {
        double sum = 0;
        for (ScoredForecast one : scored) {
            double[] actuals = one.actuals();
            for (int h = 0; h < actuals.length; h++) {
                sum += Math.abs(ofErrors ? actuals[h] - one.forecasts().mean(h + 1) : actuals[h]);
            }
        }
        return sum;
    }

    @Test
    void theBenchmarkAgainstItselfIsOne() {
        Comparison comparison =
                Comparison.of(TimeSeries.seasonal(BEER, 4), List.of(new Naive2()), new Backtest(8, 3, 4), LEVELS);

        assertThat(comparison.summary("naive2", 0.95).owa()).isCloseTo(1, within(1e-12));
        assertThat(comparison.summary("naive2", 0.95).forecasts()).isEqualTo(3);
    }

    @Test
    void scoresNothingWhereNothingWasObservedBefore() {
        double nan = Double.NaN;
        Comparison comparison = Comparison.of(TimeSeries.of(nan, nan, nan, 4), METHODS, new Backtest(1, 3, 1), LEVELS);

        assertThat(comparison.summary("naive", 0.8).forecasts()).isZero();
        assertThat(comparison.summary("naive", 0.8).smape()).isNaN();
    }

    @Test
    void refusesWhatDoesNotFit() {
        Comparison comparison = new Comparison(LEVELS);

        assertThatThrownBy(() -> comparison.summary("ets", 0.8)).hasMessage("Invalid method: ets, compared are []");
        assertThatThrownBy(() -> new AccuracyTally(LEVELS).add(new AccuracyTally(Levels.of(0.5))))
                .hasMessage("Invalid tally: levels Levels[fractions=[0.5]] to be added to"
                        + " Levels[fractions=[0.8, 0.95]]");
    }
}
