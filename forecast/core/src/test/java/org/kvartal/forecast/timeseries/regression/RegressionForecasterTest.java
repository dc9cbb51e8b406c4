package org.kvartal.forecast.timeseries.regression;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.accuracy.Backtest;
import org.kvartal.forecast.timeseries.ets.Ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.kvartal.forecast.timeseries.regression.RegressionForecaster.Choice.ALL;
import static org.kvartal.forecast.timeseries.regression.RegressionForecaster.Choice.BY_AICC;

class RegressionForecasterTest {
    private static final Levels LEVELS = Levels.of(0.95);
    private static final int LENGTH = 60;
    private static final int AHEAD = 6;
    private static final double PRICE_EFFECT = -3;
    private static final double PROMOTION_EFFECT = 20;

    /** The law on seat belts took about a quarter off deaths and injuries: -0.247 (0.045) by auto.arima of R's forecast 8.20. */
    @Test
    void measuresTheLawOnSeatBelts() {
        GoldenFile golden = GoldenFile.read(RegressionForecasterTest.class, "regression.txt");
        double[][] past = new double[180][];
        double[][] future = new double[12][];
        for (int t = 0; t < 192; t++) {
            double[] row = {
                golden.row("seatbelts kms")[t], golden.row("seatbelts price")[t], golden.row("seatbelts law")[t]
            };
            if (t < 180) {
                past[t] = row;
            } else {
                future[t - 180] = row;
            }
        }
        TimeSeries drivers = TimeSeries.seasonal(golden.row("seatbelts series"), 12);
        KnownRegressors regressors = KnownRegressors.of(List.of("kms", "price", "law"), past, future);
        RegressionForecaster regression = RegressionForecaster.withArimaErrors(BY_AICC);
        RegressionFit fit = (RegressionFit) regression.fit(drivers.first(180), regressors);
        List<Effect> effects = fit.effects();
        assertThat(effects.get(2).coefficient()).isCloseTo(-0.247, offset(0.045));
        assertThat(effects.get(2).ratio()).isLessThan(-4);
        Forecasts forecasts = (Forecasts) regression.forecast(drivers.first(180), regressors, 12, LEVELS);
        int inside = 0;
        for (int h = 1; h <= 12; h++) {
            inside += forecasts.interval(h, 0.95).contains(drivers.value(179 + h)) ? 1 : 0;
        }
        assertThat(inside).isGreaterThanOrEqualTo(11);
    }

    @Test
    void movesTheForecastOfAnyMethodByTheEffects() {
        ForecastResult result =
                RegressionForecaster.around(Ets.automatic(), BY_AICC).forecast(sales(), regressors(), AHEAD, LEVELS);
        Forecasts forecasts = (Forecasts) result;
        for (int h = 1; h <= AHEAD; h++) {
            assertThat(forecasts.mean(h)).isCloseTo(expected(LENGTH + h - 1), offset(1.5));
            assertThat(forecasts.interval(h, 0.95).width()).isBetween(2.0, 8.0);
        }
        assertThat(forecasts.reason())
                .startsWith("price -")
                .contains(", promotion ")
                .contains("left out as too weak: noise")
                .contains("remainder ets: ");
    }

    /** A weak effect moves the forecast less than it was estimated, a strong one almost as much. */
    @Test
    void drawsChosenEffectsTowardsNothing() {
        TimeSeries sales = sales();
        KnownRegressors known = regressors();
        RegressionForecaster chosen = RegressionForecaster.around(Ets.automatic(), BY_AICC);
        RegressionForecaster all = RegressionForecaster.around(Ets.automatic(), ALL);
        double price =
                ((RegressionFit) chosen.fit(sales, known)).effects().get(0).ratio();
        assertThat(price).isLessThan(-10);
        double[] shrunk = ((RegressionFit) chosen.fit(sales, known)).movesAhead(AHEAD);
        double[] whole = ((RegressionFit) all.fit(sales, known)).movesAhead(AHEAD);
        double shrunkSize = 0;
        double wholeSize = 0;
        for (int h = 0; h < AHEAD; h++) {
            shrunkSize += Math.abs(shrunk[h]);
            wholeSize += Math.abs(whole[h]);
        }
        assertThat(shrunkSize).isBetween(0.9 * wholeSize, wholeSize);
    }

    @Test
    void fillsGapsByWhatTheRegressorsSay() {
        double[] values = sales().toArray();
        values[0] = Double.NaN;
        values[promotionBefore(30)] = Double.NaN;
        values[41] = Double.NaN;
        RegressionForecaster regression = RegressionForecaster.withArimaErrors(ALL);
        RegressionFit fit = (RegressionFit) regression.fit(TimeSeries.of(values), regressors());
        assertThat(fit.effects().get(0).coefficient()).isCloseTo(PRICE_EFFECT, offset(0.3));
        assertThat(fit.effects().get(1).coefficient()).isCloseTo(PROMOTION_EFFECT, offset(1.0));
        assertThat(fit.remainder().length()).isEqualTo(LENGTH - 1);
    }

    @Test
    void backtestsWithTheRowsOfEachOrigin() {
        RegressionForecaster regression = RegressionForecaster.withArimaErrors(BY_AICC);
        List<Double> errors = new Backtest(AHEAD, 3, 4)
                .run(regression.knowing(regressors()), sales(), LEVELS).stream()
                        .map(scored -> Math.abs(scored.forecasts().mean(1) - scored.actuals()[0]))
                        .toList();
        assertThat(errors).hasSize(3).allMatch(error -> error < 4);
    }

    @Test
    void namesTheColumnItCannotUse() {
        assertThat(refusal(new double[][] {{1, 2, Double.NaN, 4, 3, 6, 9, 8, 9}}))
                .isEqualTo("regressor a is missing at value 3 of the past");
        assertThat(refusal(new double[][] {{1, 2, 3, 4, 3, 6, 9, 8, Double.NaN}}))
                .isEqualTo("regressor a is missing 1 ahead");
        assertThat(refusal(new double[][] {{1, 1, 1, 1, 1, 1, 1, 1, 2}}))
                .isEqualTo("regressor a is constant in the past, its effect is unknown");
        assertThat(refusal(new double[][] {{1, 2, 3, 4, 3, 6, 9, 8, 9}, {5, 7, 9, 11, 9, 15, 21, 19, 21}}))
                .isEqualTo("regressor b follows from a");
        assertThat(refusal(new double[][] {
                    {1, 2, 3, 4, 3, 6, 9, 8, 9}, {5, 7, 2, 8, 9, 1, 2, 1, 2}, {0, 7, 2, 1, 1, 1, 0, 1, 2}
                }))
                .isEqualTo("8 observed values are too few for 3 regressors");
    }

    private static String refusal(double[][] columns) {
        double[][] past = new double[8][columns.length];
        double[][] future = new double[1][columns.length];
        for (int k = 0; k < columns.length; k++) {
            for (int t = 0; t < 9; t++) {
                (t < 8 ? past[t] : future[0])[k] = columns[k][t];
            }
        }
        KnownRegressors regressors =
                KnownRegressors.of(List.of("a", "b", "c").subList(0, columns.length), past, future);
        TimeSeries history = TimeSeries.of(3, 1, 4, 1, 5, 9, 2, 6);
        ForecastResult result =
                RegressionForecaster.withArimaErrors(ALL).forecast(history, regressors, 1, Levels.none());
        return ((NotForecastable) result).reason();
    }

    @Test
    void leavesOutAColumnThatNeverVaries() {
        double[][] past = new double[LENGTH][1];
        double[][] future = new double[AHEAD][1];
        ForecastResult result = RegressionForecaster.withArimaErrors(ALL)
                .forecast(sales(), KnownRegressors.of(List.of("holiday"), past, future), AHEAD, LEVELS);
        assertThat(result.reason()).startsWith("no regressor used; left out as constant: holiday; errors ARIMA");
    }

    @Test
    void refusesRowsThatDoNotFit() {
        KnownRegressors regressors = regressors();
        RegressionForecaster regression = RegressionForecaster.withArimaErrors(ALL);
        assertThatThrownBy(() -> regression.forecast(sales().first(9), regressors, 2, LEVELS))
                .hasMessage("Invalid regressors: 60 past rows for 9 values");
        assertThatThrownBy(() -> regression.forecast(sales(), regressors, 7, LEVELS))
                .hasMessage("Invalid regressors: 6 future rows for a horizon of 7");
        assertThatThrownBy(() -> KnownRegressors.of(List.of("a", "b"), new double[][] {{1}}, new double[0][]))
                .hasMessage("Invalid regressors: 1 numbers in a row for the names [a, b]");
        assertThatThrownBy(() -> KnownRegressors.of(List.of("a", "a"), new double[][] {{1, 2}}, new double[0][]))
                .hasMessage("Invalid regressors: a name occurs twice in [a, a]");
    }

    private static int promotionBefore(int t) {
        int at = t;
        while (regressors().past(1)[at] == 0) {
            at--;
        }
        return at;
    }

    /** Sales that price and promotion move, around 100, with an error of standard deviation 1. */
    private static TimeSeries sales() {
        double[] values = new double[LENGTH];
        Random random = new Random(1);
        for (int t = 0; t < LENGTH; t++) {
            values[t] = expected(t) + random.nextGaussian();
        }
        return TimeSeries.of(values);
    }

    private static double expected(int t) {
        double[] row = rows()[t];
        return 100 + PRICE_EFFECT * row[0] + PROMOTION_EFFECT * row[1];
    }

    private static KnownRegressors regressors() {
        double[][] rows = rows();
        double[][] past = java.util.Arrays.copyOf(rows, LENGTH);
        double[][] future = java.util.Arrays.copyOfRange(rows, LENGTH, LENGTH + AHEAD);
        return KnownRegressors.of(List.of("price", "promotion", "noise"), past, future);
    }

    private static double[][] rows() {
        Random random = new Random(2);
        double[][] rows = new double[LENGTH + AHEAD][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = new double[] {5 + random.nextInt(5), random.nextInt(6) == 0 ? 1 : 0, random.nextGaussian()};
        }
        return rows;
    }
}
