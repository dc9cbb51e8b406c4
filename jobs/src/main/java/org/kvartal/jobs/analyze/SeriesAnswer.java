package org.kvartal.jobs.analyze;

import java.util.List;
import java.util.Optional;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.accuracy.Comparison;
import org.kvartal.jobs.series.FileSeries;

/**
 * What was found out about a series.
 *
 * @param forecasts by the models, in their order
 * @param accuracy of the models on the past of the series, if it was asked for
 */
record SeriesAnswer(FileSeries series, List<Forecasts> forecasts, Optional<Comparison> accuracy) {}
