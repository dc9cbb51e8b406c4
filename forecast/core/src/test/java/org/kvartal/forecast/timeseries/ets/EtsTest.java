package org.kvartal.forecast.timeseries.ets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

class EtsTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(EtsTest.class, "ets.txt");

    static List<String> fits() {
        List<String> fits = new ArrayList<>();
        for (String series : List.of("air", "ukgas", "cold")) {
            for (String form : List.of("ANA", "AAA", "AAdA", "MNM", "MAM", "MAdM")) {
                fits.add(series + " " + form);
            }
        }
        for (String series : List.of("nile", "lynx")) {
            for (String form : List.of("ANN", "AAN", "AAdN", "MNN", "MAN", "MAdN")) {
                fits.add(series + " " + form);
            }
        }
        return fits;
    }

    /** The reference stops short of the maximum in most of these fits; ours must reach at least as high. */
    @ParameterizedTest
    @MethodSource("fits")
    void isAtLeastAsLikelyAsTheReference(String fit) {
        assertThat(fitted(fit).deviance()).isLessThan(GOLDEN.number(fit + " deviance") + 0.01);
    }

    /** Only fits whose maximum the reference reaches: there parameters, criterion and forecasts must agree. */
    @ParameterizedTest
    @CsvSource({"nile ANN", "nile MNN", "lynx ANN"})
    void agreesWithTheReferenceWhereItReachesTheMaximum(String key) {
        EtsFit fit = fitted(key);
        assertThat(fit.deviance()).isCloseTo(GOLDEN.number(key + " deviance"), offset(0.002));
        assertThat(fit.aicc()).isCloseTo(GOLDEN.number(key + " aicc"), offset(0.002));
        assertThat(fit.sigma2()).isCloseTo(GOLDEN.number(key + " sigma2"), withinPercentage(0.1));
        assertThat(fit.parameters().alpha()).isCloseTo(GOLDEN.number(key + " smoothing"), offset(0.006));
        double[] upper = upper(fit);
        for (int h = 0; h < 8; h++) {
            assertThat(fit.means(8)[h]).isCloseTo(GOLDEN.row(key + " mean")[h], withinPercentage(0.3));
            assertThat(upper[h]).isCloseTo(GOLDEN.row(key + " upper")[h], withinPercentage(0.3));
        }
    }

    /** Near the reference's parameters the widths must be near too: this pins the variance of every class of form. */
    @ParameterizedTest
    @CsvSource({"air MAdM, 3", "ukgas MAM, 4", "cold MNM, 4", "lynx AAdN, 1"})
    void spreadsLikeTheReferenceWhenItsParametersAreNear(String key, double percent) {
        EtsFit fit = fitted(key);
        double[] upper = upper(fit);
        double[] means = fit.means(8);
        for (int h = 0; h < 8; h++) {
            double width = GOLDEN.row(key + " upper")[h] - GOLDEN.row(key + " mean")[h];
            assertThat(upper[h] - means[h]).isCloseTo(width, withinPercentage(5 * percent));
            assertThat(means[h]).isCloseTo(GOLDEN.row(key + " mean")[h], withinPercentage(percent));
        }
    }

    @ParameterizedTest
    @CsvSource({"air", "nile", "ukgas", "lynx", "cold"})
    void choosesAFormAtLeastAsGoodAsTheReferences(String series) {
        EtsFit fit = Ets.automatic()
                .with(Ets.InitialStates.ESTIMATED)
                .fit(history(series))
                .orElseThrow();
        assertThat(fit.aicc()).isLessThan(GOLDEN.number(series + " auto aicc") + 0.01);
    }

    @Test
    void skipsMissingValues() {
        double[] values = GOLDEN.row("nile series");
        double[] holes = values.clone();
        Arrays.fill(holes, 40, 43, Double.NaN);
        EtsForm form = new EtsForm(EtsForm.Error.ADDITIVE, EtsForm.Trend.NONE, EtsForm.Season.NONE);
        EtsFit complete = Ets.of(form).fit(TimeSeries.of(values)).orElseThrow();
        EtsFit withHoles = Ets.of(form).fit(TimeSeries.of(holes)).orElseThrow();
        assertThat(withHoles.means(1)[0]).isCloseTo(complete.means(1)[0], withinPercentage(2));
        assertThat(withHoles.deviance()).isLessThan(complete.deviance());
    }

    @Test
    void saysWhyThereIsNoModel() {
        assertThat(Ets.automatic().forecast(TimeSeries.of(1, 2, 3), 2, Levels.none()))
                .isEqualTo(new NotForecastable("ets", "3 observed values are too few for any form"));
    }

    @Test
    void isFiniteOnDegenerateSeries() {
        double[][] histories = {
            {5, 5, 5, 5, 5, 5, 5}, {0, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 9, 0, 0, 0, 0, 0}, {-1, 2, -3, 4, -5, 6}
        };
        for (double[] history : histories) {
            ForecastResult result = Ets.automatic().forecast(TimeSeries.seasonal(history, 4), 8, Levels.of(0.95));
            assertThat(result).as(Arrays.toString(history)).isInstanceOf(Forecasts.class);
            assertThat(((Forecasts) result).isFinite()).isTrue();
        }
    }

    @Test
    void refusesTheUnstableForm() {
        assertThatThrownBy(() -> new EtsForm(EtsForm.Error.ADDITIVE, EtsForm.Trend.NONE, EtsForm.Season.MULTIPLICATIVE))
                .hasMessage("Invalid form: additive error with multiplicative season is numerically unstable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANN", "AAN", "AAdN", "ANA", "AAA", "AAdA", "MNN", "MAN", "MAdN", "MNA", "MAA", "MAdA", "MNM", "MAM",
                "MAdM"
            })
    void readsTheFormThatItWrites(String code) {
        assertThat(EtsForm.of(code).code()).isEqualTo(code);
        assertThat(Ets.of(EtsForm.of(code)).name()).isEqualTo("ets:" + code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AAM | additive error with multiplicative season is numerically unstable",
                "MMN | forecasts of a multiplicative trend run away; there are N, A and Ad",
                "MMdM | forecasts of a multiplicative trend run away; there are N, A and Ad",
                "ZZZ | a form is an error A or M, a trend N, A or Ad and a season N, A or M, as ANN or MAdM",
                "ann | a form is an error A or M, a trend N, A or Ad and a season N, A or M, as ANN or MAdM"
            })
    void refusesOtherCodesWithTheReason(String code, String reason) {
        assertThatThrownBy(() -> EtsForm.of(code)).hasMessage("Invalid form %s: %s", code, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MNN | 1 | 5, 0, 3, 4, 6, 7, 8, 9 | ETS(M,N,N) needs values above 0",
                "ANA | 1 | 5, 1, 3, 4, 6, 7, 8, 9 | ETS(A,N,A) needs a season",
                "ANA | 6 | 5, 1, 3, 4, 6, 7, 8, 9 | ETS(A,N,A) needs two seasons of 6 values",
                "AAdA | 4 | 5, 1, 3, 4, 6, 7, 8, 9 | 8 observed values are too few for ETS(A,Ad,A)"
            })
    void saysWhyAFormDoesNotSuit(String code, int season, String values, String reason) {
        double[] y = Arrays.stream(values.split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Ets method = Ets.of(EtsForm.of(code));
        assertThat(method.forecast(TimeSeries.seasonal(y, season), 2, Levels.none()))
                .isEqualTo(new NotForecastable("ets:" + code, reason));
    }

    private static TimeSeries history(String series) {
        return TimeSeries.seasonal(GOLDEN.row(series + " series"), (int) GOLDEN.number(series + " season"));
    }

    private static EtsFit fitted(String key) {
        String form = key.substring(key.indexOf(' ') + 1);
        return Ets.of(EtsForm.of(form))
                .with(Ets.InitialStates.ESTIMATED)
                .fit(history(key.substring(0, key.indexOf(' '))))
                .orElseThrow();
    }

    private static double[] upper(EtsFit fit) {
        double[] upper = fit.means(8);
        double[] deviations = fit.standardDeviations(8);
        for (int h = 0; h < 8; h++) {
            upper[h] += 1.959964 * deviations[h];
        }
        return upper;
    }
}
