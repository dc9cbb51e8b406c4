package org.kvartal.forecast.timeseries;

/** What a method says about a series: its forecasts, or why it has none. */
public sealed interface ForecastResult permits Forecasts, NotForecastable {
    /** The name of the method that answers. */
    String model();

    /** Why this method and these parameters were used, or why there is no forecast. */
    String reason();
}
