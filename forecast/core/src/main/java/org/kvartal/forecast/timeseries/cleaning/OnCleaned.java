package org.kvartal.forecast.timeseries.cleaning;

import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

/** Any method on the cleaned series; the reason of the result says what was replaced. */
public record OnCleaned(Forecaster method) implements Forecaster {
    @Override
    public String name() {
        return method.name();
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        if (history.observedCount() == 0) {
            return new NotForecastable(name(), "no observed value");
        }
        Cleaned cleaned = Cleaned.of(history);
        ForecastResult result = method.forecast(cleaned.series(), horizon, levels);
        String done = cleaned.describe();
        return result instanceof Forecasts forecasts && !done.isEmpty()
                ? forecasts.as(forecasts.model(), forecasts.reason() + "; " + done)
                : result;
    }
}
