package org.kvartal.forecast.timeseries.batch;

import org.kvartal.forecast.timeseries.TimeSeries;

/** A series and what it is called. */
public record NamedSeries(String name, TimeSeries series) {}
