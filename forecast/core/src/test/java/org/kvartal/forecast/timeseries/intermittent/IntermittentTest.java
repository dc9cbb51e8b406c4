package org.kvartal.forecast.timeseries.intermittent;

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
    void combinationIsTheMeanOfItsThree() {
        double[] y = GOLDEN.row("c series");
        double mean = Stream.of(12, 7, 9, 11, 15, 8, 10, 13, 9).mapToInt(v -> v).sum() / 16.0;
        assertThat(mean(new IntermittentCombination(), y))
                .isCloseTo((GOLDEN.number("c tsb") + GOLDEN.number("c imapa") + mean) / 3, offset(1e-4));
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
