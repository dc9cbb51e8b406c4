package org.kvartal.forecast.timeseries.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Rolling origins: the method forecasts from several points of the past, each time knowing only what came before.
 *
 * <pre>
 *   origin[i] = T - horizon - i * step       i = 0..origins-1, as long as at least one value comes before
 * </pre>
 *
 * Source: Tashman (2000), Out-of-sample tests of forecasting accuracy, Int. J. Forecasting 16, section 3.
 *
 * @param horizon values forecast from each origin
 * @param origins number of origins
 * @param step values from one origin to the next
 */
public record Backtest(int horizon, int origins, int step) {
    public Backtest {
        Forecaster.requireHorizon(horizon);
        if (origins < 1 || step < 1) {
            throw new IllegalArgumentException(
                    "Invalid backtest: %d origins, step %d, must be at least 1".formatted(origins, step));
        }
    }

    /** The lengths of the pasts of a series of this length, the shortest first. */
    public int[] origins(int length) {
        return IntStream.iterate(length - horizon, origin -> origin >= 1, origin -> origin - step)
                .limit(origins)
                .sorted()
                .toArray();
    }

    /** Scored forecasts, the oldest origin first; origins where the method has no forecast are absent. */
    public List<ScoredForecast> run(Forecaster forecaster, TimeSeries series, Levels levels) {
        List<ScoredForecast> scored = new ArrayList<>();
        double[] values = series.toArray();
        for (int origin : origins(values.length)) {
            TimeSeries history = series.first(origin);
            ForecastResult result = forecaster.forecast(history, horizon, levels);
            if (result instanceof Forecasts forecasts) {
                scored.add(
                        new ScoredForecast(history, forecasts, Arrays.copyOfRange(values, origin, origin + horizon)));
            }
        }
        return scored;
    }
}
