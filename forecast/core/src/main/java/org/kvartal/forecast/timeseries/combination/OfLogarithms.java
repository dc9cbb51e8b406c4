package org.kvartal.forecast.timeseries.combination;

import java.util.Arrays;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * A method applied to logarithms, where growth by a share of the value is a straight line; to the values as they are if
 * one is not positive. The means of logarithms come back as medians.
 */
record OfLogarithms(Forecaster method) implements Forecaster {
    @Override
    public String name() {
        return "log-" + method.name();
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        if (!Arrays.stream(history.observed()).allMatch(value -> value > 0)) {
            return method.forecast(history, horizon, levels);
        }
        double[] logs = Arrays.stream(history.toArray()).map(Math::log).toArray();
        ForecastResult result = method.forecast(history.withValues(logs), horizon, levels);
        return result instanceof Forecasts forecasts
                ? forecasts.transformed((step, value) -> Math.exp(value)).as(name(), forecasts.reason())
                : result;
    }
}
