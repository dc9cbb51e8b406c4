package org.kvartal.forecast.timeseries.ces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

class CesTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(CesTest.class, "ces.txt");

    /** The reference stops its simplex early; the forecasts differ in the third digit. */
    @ParameterizedTest
    @CsvSource({"nile, 2", "huron, 0.1", "web, 2"})
    void forecastsLikeTheReference(String series, double percent) {
        TimeSeries history = TimeSeries.of(GOLDEN.row(series + " series"));
        Forecasts forecasts = (Forecasts) Ces.of(Ces.Season.NONE).forecast(history, 6, Levels.none());
        double[] reference = GOLDEN.row(series + " mean");
        for (int h = 1; h <= 6; h++) {
            assertThat(forecasts.mean(h)).isCloseTo(reference[h - 1], withinPercentage(percent));
        }
    }

    @ParameterizedTest
    @CsvSource({"NONE", "PARTIAL", "FULL"})
    void followsALevelWithASeason(Ces.Season season) {
        double[] y = new double[60];
        for (int t = 0; t < y.length; t++) {
            y[t] = 50 + 10 * Math.sin(2 * Math.PI * t / 12) + (t * 7919 % 13) / 13.0;
        }
        Forecasts forecasts = (Forecasts) Ces.of(season).forecast(TimeSeries.seasonal(y, 12), 12, Levels.of(0.95));
        for (int h = 1; h <= 12; h++) {
            assertThat(forecasts.mean(h))
                    .isCloseTo(50.5 + 10 * Math.sin(2 * Math.PI * (59 + h) / 12), withinPercentage(5));
        }
    }

    @Test
    void isFiniteOnDegenerateSeries() {
        for (double[] y : new double[][] {{0, 0, 0, 0, 0, 0}, {5, 5, 5, 5, 5, 5, 5, 5}, {-9, 1, -9, 1, -9, 40}}) {
            ForecastResult result = Ces.automatic().forecast(TimeSeries.seasonal(y, 2), 6, Levels.of(0.95));
            assertThat(((Forecasts) result).isFinite()).isTrue();
        }
    }

    @Test
    void saysWhyThereIsNoModel() {
        assertThat(Ces.automatic().forecast(TimeSeries.of(1, 2, 3), 2, Levels.none()))
                .isEqualTo(new NotForecastable("ces", "3 observed values, needs 5"));
    }
}
