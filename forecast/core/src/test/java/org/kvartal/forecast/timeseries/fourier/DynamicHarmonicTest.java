package org.kvartal.forecast.timeseries.fourier;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.arima.ArimaErrors;
import org.kvartal.forecast.timeseries.arima.ArimaOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

class DynamicHarmonicTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(DynamicHarmonicTest.class, "fourier.txt");

    @Test
    void makesTheWavesOfTheReference() {
        double[][] columns = Waves.of(new double[] {5.5}, 2, 9).columns(1, 40);
        int[] times = {1, 7, 40};
        List<String> names = List.of("first", "seventh", "last");
        for (int i = 0; i < times.length; i++) {
            int t = times[i] - 1;
            assertThat(Arrays.stream(columns).mapToDouble(column -> column[t]).toArray())
                    .containsExactly(GOLDEN.row("broken " + names.get(i)), offset(1e-8));
        }
    }

    @Test
    void forecastsAsTheReferenceDoesOnTheSameWaves() {
        double[] logs =
                Arrays.stream(GOLDEN.row("deaths series")).map(Math::log).toArray();
        Waves waves = Waves.of(new double[] {12}, 6, 9);
        ArimaOrder order = new ArimaOrder(1, 0, 0, 0, 0, 0, 1, ArimaOrder.Constant.ESTIMATED);
        ArimaErrors fit =
                ArimaErrors.of(logs, waves.columns(0, logs.length), order).orElseThrow();
        assertThat(fit.deviance()).isCloseTo(GOLDEN.number("deaths deviance"), offset(2e-3));
        assertThat(fit.means(6, waves.columns(logs.length, 6)))
                .containsExactly(GOLDEN.row("deaths mean"), offset(1e-4));
    }

    @Test
    void countsAFrequencyOnceThoughTwoSeasonsHaveIt() {
        assertThat(Waves.of(new double[] {8, 4}, 9, 99).count()).isEqualTo(4);
        assertThat(Waves.of(new double[] {4}, 9, 99).groups()).containsExactly(new int[] {0, 1}, new int[] {2});
        assertThat(Waves.of(new double[] {24, 168}, 12, 5).count()).isEqualTo(5);
    }

    /** Days of four years with a week and a year that begins every 365.25 days. */
    @Test
    void followsAWeekAndABrokenYear() {
        int n = 1461;
        double[] values = new double[n + 60];
        Random random = new Random(8);
        for (int t = 0; t < values.length; t++) {
            double year = 20 * Math.sin(2 * Math.PI * t / 365.25);
            double week = 10 * Math.cos(2 * Math.PI * t / 7);
            values[t] = 200 + year + week + (t < n ? 3 * random.nextGaussian() : 0);
        }
        Forecasts forecasts = (Forecasts) DynamicHarmonic.of(7, 365.25)
                .forecast(TimeSeries.seasonal(Arrays.copyOf(values, n), 7), 60, Levels.of(0.95));
        double error = 0;
        for (int h = 1; h <= 60; h++) {
            error += Math.abs(forecasts.mean(h) - values[n + h - 1]) / 60;
        }
        assertThat(error).isLessThan(1.5);
        assertThat(forecasts.reason()).contains(" waves of seasons [7.0, 365.25], errors ARIMA");
    }

    @Test
    void saysWhyThereIsNoModel() {
        ForecastResult result =
                DynamicHarmonic.ofSeries().forecast(TimeSeries.seasonal(new double[20], 12), 3, Levels.none());
        assertThat(result.reason()).isEqualTo("no season is seen twice in 20 observed values");
        assertThatThrownBy(() -> DynamicHarmonic.of(1.5)).hasMessage("Invalid season length: 1.5, must be at least 2");
    }

    @Test
    void isFiniteOnDegenerateSeries() {
        for (double[] values : new double[][] {new double[60], new double[] {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2}}) {
            ForecastResult result = DynamicHarmonic.of(2).forecast(TimeSeries.seasonal(values, 2), 5, Levels.of(0.8));
            assertThat(!(result instanceof Forecasts forecasts) || forecasts.isFinite())
                    .isTrue();
        }
    }
}
