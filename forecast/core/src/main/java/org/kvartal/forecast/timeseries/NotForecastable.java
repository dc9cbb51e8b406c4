package org.kvartal.forecast.timeseries;

/** A method has no forecast for a series, for a stated reason. */
public record NotForecastable(String model, String reason) implements ForecastResult {}
