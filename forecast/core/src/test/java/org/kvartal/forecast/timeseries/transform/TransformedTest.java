package org.kvartal.forecast.timeseries.transform;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.Naive;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.ets.Ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

class TransformedTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(TransformedTest.class, "boxcox.txt");
    private static final Levels LEVELS = Levels.of(0.95);

    /** The reference stops its search at a tolerance of 1.2e-4. */
    @ParameterizedTest
    @ValueSource(strings = {"air", "lynx", "nile", "gas", "accidents", "lungs"})
    void findsGuerrerosLambda(String name) {
        assertThat(LambdaChoice.GUERRERO.of(series(name), -1, 2))
                .isCloseTo(GOLDEN.number(name + " guerrero"), offset(5e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"air", "lynx", "nile", "gas", "accidents", "lungs"})
    void findsTheLikeliestLambda(String name) {
        assertThat(LambdaChoice.LIKELIHOOD.of(series(name), -1, 2))
                .isCloseTo(GOLDEN.number(name + " loglik"), offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"l0, 0", "l03, 0.3", "lm05, -0.5"})
    void bringsForecastsBackAsTheReferenceDoes(String key, double lambda) {
        for (Transformed.Centre centre : Transformed.Centre.values()) {
            double[] expected = GOLDEN.row("naive_" + key + "_" + centre.name().toLowerCase(Locale.ROOT));
            Forecasts forecasts = (Forecasts)
                    Transformed.by(new BoxCox(lambda), new Naive(), centre).forecast(series("air"), 6, LEVELS);
            for (int h = 1; h <= 6; h++) {
                assertThat(forecasts.mean(h)).isCloseTo(expected[h - 1], withinPercentage(0.01));
                assertThat(forecasts.interval(h, 0.95).lower()).isCloseTo(expected[5 + h], withinPercentage(0.01));
                assertThat(forecasts.interval(h, 0.95).upper()).isCloseTo(expected[11 + h], withinPercentage(0.01));
            }
        }
    }

    @Test
    void comesBackFromEveryScale() {
        for (double lambda : new double[] {-0.7, 0, 0.5, 1, 1.8}) {
            BoxCox boxCox = new BoxCox(lambda);
            assertThat(boxCox.invert(boxCox.transform(7.25))).isCloseTo(7.25, offset(1e-9));
        }
        assertThat(new BoxCox(0.5).invert(new BoxCox(0.5).transform(-4))).isCloseTo(-4, offset(1e-12));
        assertThat(new BoxCox(-1).invert(2)).isInfinite();
        assertThat(BoxCox.logarithm().mean(1, 0.5)).isCloseTo(Math.E * 1.25, offset(1e-12));
    }

    @Test
    void saysWhichScaleWasUsed() {
        Forecasts forecasts =
                (Forecasts) Transformed.chosen(Ets.automatic(), LambdaChoice.GUERRERO, Transformed.Centre.MEAN)
                        .forecast(series("lynx"), 3, LEVELS);
        assertThat(forecasts.model()).isEqualTo("ets");
        assertThat(forecasts.reason()).endsWith("; Box-Cox 0.15");
        assertThat(forecasts.interval(3, 0.95).lower()).isPositive();
    }

    @Test
    void refusesTheLogarithmOfZero() {
        assertThat(Transformed.by(BoxCox.logarithm(), new Naive(), Transformed.Centre.MEAN)
                        .forecast(TimeSeries.of(3, 0, 4), 1, LEVELS))
                .isEqualTo(new NotForecastable("naive", "value 2 is 0.0, lambda 0.0 needs positive values"));
    }

    @Test
    void leavesSeriesAloneThatHaveNoScale() {
        assertThat(LambdaChoice.GUERRERO.of(TimeSeries.of(1, 2), -1, 2)).isEqualTo(1);
        assertThat(LambdaChoice.GUERRERO.of(TimeSeries.of(-1, 2, 4, 8), -1, 2)).isEqualTo(1);
        assertThat(LambdaChoice.LIKELIHOOD.of(TimeSeries.of(0, 2, 4, 8), -1, 2)).isEqualTo(1);
    }

    private static TimeSeries series(String name) {
        double[] values = GOLDEN.row(name + " series");
        return TimeSeries.seasonal(Arrays.copyOf(values, values.length), (int) GOLDEN.number(name + " season"));
    }
}
