package org.kvartal.forecast.timeseries.regression;

/** What a regression says about a series: the effects, or why it has none. */
public sealed interface RegressionResult permits RegressionFit, RegressionRefusal {}
