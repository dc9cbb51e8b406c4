package org.kvartal.forecast.timeseries.batch;

import org.kvartal.forecast.timeseries.Forecasts;

/** The forecasts of a series, which are always there and finite, and what it is called. */
public record NamedForecasts(String name, Forecasts forecasts) {}
