package org.kvartal.forecast.timeseries;

/**
 * A method that fits a series and forecasts it in one call. Forecasters hold no state of a series, so that one instance
 * serves many threads, and are deterministic.
 */
public interface Forecaster {
    /** The name of the method as it appears in results, as {@code seasonal-naive}. */
    String name();

    /**
     * Forecasts the values that follow the history.
     *
     * @param horizon number of values to forecast, at least 1
     * @return the forecasts, or the reason why this method has none for this series
     */
    ForecastResult forecast(TimeSeries history, int horizon, Levels levels);

    /** The horizon itself, refused when it is below 1. */
    static int requireHorizon(int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException("Invalid horizon: %d, must be at least 1".formatted(horizon));
        }
        return horizon;
    }
}
