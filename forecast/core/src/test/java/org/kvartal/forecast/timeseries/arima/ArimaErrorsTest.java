package org.kvartal.forecast.timeseries.arima;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.timeseries.GoldenFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

class ArimaErrorsTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(ArimaErrorsTest.class, "../regression/regression.txt");
    private static final int FITTED = 180;

    /** Stationary errors: both likelihoods are exact, so what is left is where the two optimisers stop. */
    @ParameterizedTest
    @ValueSource(strings = {"seatbelts_1.0.0", "seatbelts_ols", "huron_2.0.0"})
    void agreesWithTheReferenceOnStationaryErrors(String key) {
        assertAgrees(key, 1e-3, 0.01, 3);
    }

    /**
     * Differenced errors: the reference filters levels from a wide prior, which moves its deviance by about 1e-2; its
     * standard errors come from the curvature seen in the sample, which ties the mileage to the season, ours from the
     * curvature expected.
     */
    @ParameterizedTest
    @ValueSource(strings = {"seatbelts_0.1.1", "seatbelts_1.0.1"})
    void agreesWithTheReferenceOnDifferencedErrors(String key) {
        assertAgrees(key, 2e-2, 0.05, 25);
    }

    private static void assertAgrees(String key, double devianceOffset, double errorShare, double percent) {
        ArimaErrors fit = fit(key);
        assertThat(fit.deviance()).isCloseTo(GOLDEN.number(key + " deviance"), offset(devianceOffset));
        assertThat(fit.errorCoefficients()).containsExactly(GOLDEN.row(key + " arma"), offset(0.005));
        double[] coefficients = GOLDEN.row(key + " coefficients");
        double[] errors = GOLDEN.row(key + " errors");
        // The reference's variance divides by n, ours by n less the number of coefficients.
        double n = fit.degreesOfFreedom() + fit.errorCoefficients().length + fit.coefficients().length;
        double toOurs = Math.sqrt(n / fit.degreesOfFreedom());
        for (int j = 0; j < coefficients.length; j++) {
            assertThat(fit.coefficients()[j]).isCloseTo(coefficients[j], offset(errorShare * errors[j]));
            assertThat(fit.standardErrors()[j]).isCloseTo(errors[j] * toOurs, withinPercentage(percent));
        }
        double[] means = GOLDEN.row(key + " mean");
        for (int h = 0; h < means.length; h++) {
            assertThat(fit.means(means.length, future(key))[h]).isCloseTo(means[h], withinPercentage(0.02));
        }
    }

    /** Huron is printed in R's own help of arima: 1.0048, -0.2913; slope -0.0216 with standard error 0.0081. */
    @Test
    void findsTheSlopeOfLakeHuron() {
        ArimaErrors fit = fit("huron_2.0.0");
        assertThat(fit.coefficients()[0]).isCloseTo(-0.0216, offset(5e-5));
        assertThat(fit.coefficients()[1]).isCloseTo(579.0993, offset(2e-3));
    }

    /** With independent errors the forecast is that of least squares, and its variance too. */
    @Test
    void addsTheErrorOfTheCoefficientsToTheIntervals() {
        double[][] future = future("seatbelts_ols");
        ArimaErrors fit = fit("seatbelts_ols");
        double[] expected = GOLDEN.row("lm sefit");
        double[] variances = fit.coefficientVariances(12, future);
        double[] deviations = fit.standardDeviations(12, future);
        double sigma = GOLDEN.number("lm sigma");
        for (int h = 0; h < 12; h++) {
            assertThat(Math.sqrt(variances[h])).isCloseTo(expected[h], offset(1e-8));
            assertThat(deviations[h]).isCloseTo(Math.hypot(expected[h], sigma), offset(1e-8));
        }
    }

    @Test
    void givesUpDifferencesThatHideAColumn() {
        double[] y = GOLDEN.row("huron series");
        double[] year = year(0, y.length);
        ArimaOrder order = new ArimaOrder(0, 2, 1, 0, 0, 0, 1, ArimaOrder.Constant.ZERO);
        ArimaErrors fit = ArimaErrors.of(y, new double[][] {year}, order).orElseThrow();
        assertThat(fit.order()).hasToString("ARIMA(0,1,1)");
    }

    @Test
    void choosesAnOrderThatLeavesNothingToTheReference() {
        ArimaErrors fit = ArimaErrors.automatic(series("seatbelts_auto"), past("seatbelts_auto"), 12)
                .orElseThrow();
        // auto.arima of the same series and regressors: ARIMA(1,0,1)(0,1,1)[12] has deviance -375.56 and 7 numbers.
        assertThat(fit.order().seasonalD()).isEqualTo(1);
        assertThat(fit.deviance() + 2.0 * fit.order().parameterCount()).isLessThan(-375.56 + 2 * 4 + 3);
    }

    private static ArimaErrors fit(String key) {
        double[] o = GOLDEN.row(key + " order");
        ArimaOrder order = new ArimaOrder(
                (int) o[0],
                (int) o[1],
                (int) o[2],
                (int) o[3],
                (int) o[4],
                (int) o[5],
                (int) o[6],
                o[7] == 1 ? ArimaOrder.Constant.ESTIMATED : ArimaOrder.Constant.ZERO);
        return ArimaErrors.of(series(key), past(key), order).orElseThrow();
    }

    private static boolean isHuron(String key) {
        return key.startsWith("huron");
    }

    private static double[] series(String key) {
        return isHuron(key) ? GOLDEN.row("huron series") : Arrays.copyOf(GOLDEN.row("seatbelts series"), FITTED);
    }

    private static double[][] past(String key) {
        return isHuron(key) ? new double[][] {year(0, 98)} : seatbelts(0, FITTED);
    }

    private static double[][] future(String key) {
        return isHuron(key) ? new double[][] {year(98, 104)} : seatbelts(FITTED, FITTED + 12);
    }

    private static double[] year(int from, int to) {
        double[] year = new double[to - from];
        for (int t = from; t < to; t++) {
            year[t - from] = 1875 + t - 1920;
        }
        return year;
    }

    private static double[][] seatbelts(int from, int to) {
        return new double[][] {
            Arrays.copyOfRange(GOLDEN.row("seatbelts kms"), from, to),
            Arrays.copyOfRange(GOLDEN.row("seatbelts price"), from, to),
            Arrays.copyOfRange(GOLDEN.row("seatbelts law"), from, to)
        };
    }
}
