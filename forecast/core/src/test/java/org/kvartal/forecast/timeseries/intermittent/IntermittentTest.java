package org.kvartal.forecast.timeseries.intermittent;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Interval;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class IntermittentTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(IntermittentTest.class, "intermittent.txt");

    static Stream<Forecaster> methods() {
        return Stream.of(new Croston(), new SyntetosBoylan(), new TeunterSyntetosBabai(), new Adida(), new Imapa());
    }

    /** The searched alphas of ADIDA and IMAPA agree to about five digits, the rest to all nine. */
    @ParameterizedTest
    @MethodSource("methods")
    void agreesWithTheReference(Forecaster method) {
        for (String series : new String[] {"a", "b", "c"}) {
            assertThat(mean(method, GOLDEN.row(series + " series")))
                    .isCloseTo(GOLDEN.number(series + " " + method.name()), offset(1e-4));
        }
    }

    @Test
    void valuesBelowZeroAreNoDemand() {
        TimeSeries negative = TimeSeries.of(-100, -97, 0, -94, -91, -100, 0, -97);

        for (Forecaster method :
                List.of(new Croston(), new SyntetosBoylan(), new TeunterSyntetosBabai(), new Adida(), new Imapa())) {
            assertThat(method.forecast(negative, 3, Levels.of(0.8)))
                    .isEqualTo(new NotForecastable(method.name(), "values below zero are no demand"));
        }
    }

    @Test
    void combinationLiesBetweenItsMembers() {
        double[] y = GOLDEN.row("c series");
        double[] rates = {
            GOLDEN.number("c tsb"),
            GOLDEN.number("c imapa"),
            Arrays.stream(y).sum() / 16,
            Arrays.stream(y, 4, 16).sum() / 12
        };
        Arrays.sort(rates);
        assertThat(mean(new IntermittentCombination(), y)).isBetween(rates[0], rates[3]);
    }

    @Test
    void combinationFollowsADemandThatCeases() {
        double[] ceased = new double[60];
        for (int t = 0; t < 30; t += 2) {
            ceased[t] = 4;
        }
        assertThat(mean(new IntermittentCombination(), ceased)).isBetween(0.0, 0.1);
    }

    @Test
    void combinationIsNearlyTheMeanOfASteadyDemandTooShortForATrial() {
        double[] y = {0, 3, 0, 0, 3, 0, 0};
        double expected = (mean(new TeunterSyntetosBabai(), y) + mean(new Imapa(), y) + 2 * 6 / 7.0) / 4;
        assertThat(mean(new IntermittentCombination(), y)).isCloseTo(expected, offset(1e-9));
    }

    /** SciPy 1.17.1: nbinom.ppf(p, r, r / (r + mean)) with r = a^2 / max(s^2 - a, 0.05 a) / 1.4 of the series. */
    @Test
    void countsAreNegativeBinomial() {
        double[] y = {0, 0, 3, 0, 0, 0, 5, 2, 0, 0, 1, 0, 0, 0, 0, 4, 0, 0, 2, 0};
        double[] probabilities = {0.025, 0.1, 0.5, 0.75, 0.9, 0.975, 0.995};
        DemandDistribution rare = DemandDistribution.of(y, 0.9);
        assertThat(Arrays.stream(probabilities).map(rare::quantile))
                .containsExactly(0.0, 0.0, 0.0, 1.0, 3.0, 6.0, 10.0);
        DemandDistribution frequent = DemandDistribution.of(y, 40);
        assertThat(Arrays.stream(probabilities).map(frequent::quantile))
                .containsExactly(0.0, 0.0, 12.0, 48.0, 116.0, 239.0, 396.0);
    }

    @Test
    void intervalsOfCountsAreCountsAndHoldTheMean() {
        double[] y = {0, 0, 3, 0, 0, 0, 5, 2, 0, 0, 1, 0, 0, 0, 0, 4, 0, 0, 2, 0};
        Levels levels = Levels.of(0.01, 0.5, 0.8, 0.95, 0.999);
        Forecasts forecasts = (Forecasts) new IntermittentCombination().forecast(TimeSeries.of(y), 1, levels);
        for (double level : levels.fractions()) {
            Interval interval = forecasts.interval(1, level);
            assertThat(interval.lower()).isEqualTo(Math.rint(interval.lower())).isBetween(0.0, forecasts.mean(1));
            assertThat(interval.upper()).isEqualTo(Math.rint(interval.upper())).isGreaterThan(forecasts.mean(1));
        }
    }

    @Test
    void demandInPartsOfAUnitHasTheSizesOfThePast() {
        double[] y = {0, 0.5, 0, 0, 2.5, 0, 0, 0.5, 0, 2.5};
        DemandDistribution distribution = DemandDistribution.of(y, 0.3);
        assertThat(distribution.quantile(0.5)).isZero();
        assertThat(distribution.quantile(0.85)).isEqualTo(0.5);
        assertThat(distribution.quantile(0.99)).isEqualTo(2.5);
        assertThat(DemandDistribution.of(y, 0).quantile(0.99)).isZero();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void knowsNoDemandAndNoHistory(Forecaster method) {
        Forecasts forecasts = (Forecasts) method.forecast(TimeSeries.of(0, 0, 0), 2, Levels.of(0.95));
        assertThat(forecasts.means()).containsExactly(0, 0);
        assertThat(forecasts.reason()).isEqualTo("no demand");
        assertThat(forecasts.interval(1, 0.95)).isEqualTo(new Interval(0, 0));
        assertThat(method.forecast(TimeSeries.of(Double.NaN), 2, Levels.none()))
                .isEqualTo(new NotForecastable(method.name(), "no observed value"));
    }

    @Test
    void intervalsAreQuantilesOfDemandAndNeverBelowZero() {
        double[] y = GOLDEN.row("c series");
        Forecasts forecasts =
                (Forecasts) new TeunterSyntetosBabai().forecast(TimeSeries.of(y), 1, Levels.of(0.5, 0.95));
        assertThat(forecasts.interval(1, 0.95).lower()).isZero();
        assertThat(forecasts.interval(1, 0.95).upper())
                .isGreaterThan(forecasts.interval(1, 0.5).upper());
    }

    @Test
    void demandPatternsHaveTheirNames() {
        assertThat(DemandPattern.of(new double[] {5, 6, 5, 4}).kind()).isEqualTo(DemandPattern.Kind.SMOOTH);
        assertThat(DemandPattern.of(new double[] {1, 30, 1, 2}).kind()).isEqualTo(DemandPattern.Kind.ERRATIC);
        assertThat(DemandPattern.of(new double[] {5, 0, 5, 0}).kind()).isEqualTo(DemandPattern.Kind.INTERMITTENT);
        assertThat(DemandPattern.of(new double[] {1, 0, 30, 0}).kind()).isEqualTo(DemandPattern.Kind.LUMPY);
    }

    private static double mean(Forecaster method, double[] y) {
        return ((Forecasts) method.forecast(TimeSeries.of(y), 1, Levels.none())).mean(1);
    }
}
