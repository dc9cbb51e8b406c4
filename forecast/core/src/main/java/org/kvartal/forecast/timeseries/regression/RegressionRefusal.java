package org.kvartal.forecast.timeseries.regression;

/** Effects cannot be told, for a stated reason that names the regressor. */
public record RegressionRefusal(String reason) implements RegressionResult {}
