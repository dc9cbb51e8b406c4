package org.kvartal.forecast.timeseries.arima;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

class ArimaTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(ArimaTest.class, "arima.txt");

    /** Stationary models: the reference's filter is exact, so all digits that its optimiser settles must agree. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lh_1.0.0_0.0.0",
                "lh_3.0.0_0.0.0",
                "lh_1.0.1_0.0.0",
                "huron_2.0.0_0.0.0",
                "huron_1.0.1_0.0.0",
                "temp_1.0.0_2.1.0"
            })
    void agreesWithTheReferenceOnStationaryModels(String key) {
        assertAgrees(key, 1e-3);
    }

    /** Differenced models: the reference filters levels from a wide prior, which differs from differencing by 1e-2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "air_0.1.1_0.1.1",
                "air_2.1.1_0.1.1",
                "deaths_0.1.1_0.1.1",
                "deaths_0.1.1_1.1.0",
                "nile_0.1.1_0.0.0",
                "nile_1.1.1_0.0.0",
                "web_3.1.0_0.0.0",
                "web_1.1.1_0.0.0",
                "web_0.2.1_0.0.0"
            })
    void agreesWithTheReferenceOnDifferencedModels(String key) {
        assertAgrees(key, 2e-2);
    }

    private static void assertAgrees(String key, double devianceOffset) {
        ArimaOrder order = order(key);
        ArimaFit fit = fit(key, order);
        assertThat(fit.deviance()).isCloseTo(GOLDEN.number(key + " deviance"), offset(devianceOffset));
        double[] coefficients = GOLDEN.row(key + " coefficients");
        assertThat(fit.coefficients()).containsExactly(coefficients, offset(0.01));
        double[] means = GOLDEN.row(key + " mean");
        double[] errors = GOLDEN.row(key + " se");
        // The reference's variance divides by n, ours by n less the number of coefficients.
        int n = history(key).length - order.lostToDifferences();
        double toOurs = Math.sqrt((double) n / (n - order.parameterCount() + 1));
        for (int h = 0; h < means.length; h++) {
            assertThat(fit.means(means.length)[h]).isCloseTo(means[h], withinPercentage(0.5));
            assertThat(fit.standardDeviations(means.length)[h]).isCloseTo(errors[h] * toOurs, withinPercentage(1));
        }
    }

    @Test
    void findsTheAirlineDifferences() {
        double[] air = GOLDEN.row("air series");
        ArimaFit fit = Arima.automatic().fit(TimeSeries.seasonal(air, 12)).orElseThrow();
        assertThat(fit.order().seasonalD()).isEqualTo(1);
        // The airline model, fitted to the same differences, has AICc -483.21 (stats::arima, 131 differences).
        assertThat(fit.deviance() + 2.0 * fit.order().parameterCount()).isLessThan(-475);
    }

    @Test
    void filterEqualsTheLikelihoodByCholesky() {
        double[] w = {0.3, -1.1, 0.7, 2.0, -0.4, 0.9, -1.6, 0.2};
        double[] ar = {0.5, -0.3};
        double[] ma = {0.4, 0.25, 0.1};
        ArmaFilter filter = new ArmaFilter(w, ar.length, ma.length);
        assertThat(filter.run(ar, ma, 0, new double[w.length])).isTrue();
        double[] squaresAndLogs = byCholesky(w, ar, ma);
        assertThat(filter.squares()).isCloseTo(squaresAndLogs[0], offset(1e-9));
        assertThat(filter.logVariances()).isCloseTo(squaresAndLogs[1], offset(1e-9));
    }

    /** w' C^-1 w and log|C| for the covariance matrix C from 2000 weights of the moving average form. */
    private static double[] byCholesky(double[] w, double[] ar, double[] ma) {
        double[] psi = new double[2000];
        for (int k = 0; k < psi.length; k++) {
            psi[k] = k == 0 ? 1 : k <= ma.length ? ma[k - 1] : 0;
            for (int j = 1; j <= Math.min(k, ar.length); j++) {
                psi[k] += ar[j - 1] * psi[k - j];
            }
        }
        int n = w.length;
        double[][] factor = new double[n][n];
        double[] solved = new double[n];
        double squares = 0;
        double logs = 0;
        for (int i = 0; i < n; i++) {
            double rest = w[i];
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k + i - j < psi.length; k++) {
                    sum += psi[k] * psi[k + i - j];
                }
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
                rest -= j < i ? factor[i][j] * solved[j] : 0;
            }
            solved[i] = rest / factor[i][i];
            squares += solved[i] * solved[i];
            logs += 2 * Math.log(factor[i][i]);
        }
        return new double[] {squares, logs};
    }

    @Test
    void isFiniteOnDegenerateSeries() {
        double[][] histories = {
            {5, 5, 5, 5, 5, 5, 5, 5},
            {0, 0, 0, 0, 0, 0, 0, 0},
            {1, 2, 3, 4, 5, 6, 7, 8, 9},
            {0, 0, 9, 0, 0, 0, 0, 0},
            {1, 2, 4, 8, 16, 32, 64, 128}
        };
        for (double[] history : histories) {
            for (int m : new int[] {1, 4}) {
                ForecastResult result = Arima.automatic().forecast(TimeSeries.seasonal(history, m), 8, Levels.of(0.95));
                assertThat(result).as(Arrays.toString(history)).isInstanceOf(Forecasts.class);
                assertThat(((Forecasts) result).isFinite()).isTrue();
            }
        }
    }

    @Test
    void saysWhyThereIsNoModel() {
        assertThat(Arima.automatic().forecast(TimeSeries.of(1, 2, 3), 2, Levels.none()))
                .isEqualTo(new NotForecastable("arima", "3 observed values are too few"));
        assertThatThrownBy(() -> new ArimaOrder(-1, 0, 0, 0, 0, 0, 1, ArimaOrder.Constant.ZERO))
                .hasMessage("Invalid order: (-1,0,0)(0,0,0)[1]");
    }

    private static double[] history(String key) {
        return GOLDEN.row(key.substring(0, key.indexOf('_')) + " series");
    }

    private static ArimaFit fit(String key, ArimaOrder order) {
        return Arima.of(order)
                .fit(TimeSeries.seasonal(history(key), order.season()))
                .orElseThrow();
    }

    private static ArimaOrder order(String key) {
        double[] o = GOLDEN.row(key + " order");
        return new ArimaOrder(
                (int) o[0],
                (int) o[1],
                (int) o[2],
                (int) o[3],
                (int) o[4],
                (int) o[5],
                (int) o[6],
                o[7] == 1 ? ArimaOrder.Constant.ESTIMATED : ArimaOrder.Constant.ZERO);
    }
}
