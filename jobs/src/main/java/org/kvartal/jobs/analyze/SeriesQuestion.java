package org.kvartal.jobs.analyze;

import java.util.List;
import java.util.Optional;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.accuracy.Backtest;
import org.kvartal.forecast.timeseries.accuracy.Comparison;
import org.kvartal.forecast.timeseries.batch.SureForecaster;
import org.kvartal.jobs.series.FileSeries;

/** What is to be found out about every series. */
record SeriesQuestion(List<SureForecaster> models, int horizon, IntervalNames intervals, Optional<Backtest> backtest) {

    SeriesAnswer answer(FileSeries series) {
        List<Forecasts> forecasts = models.stream()
                .map(model -> model.forecast(series.values(), horizon, intervals.levels()))
                .toList();
        return new SeriesAnswer(
                series,
                forecasts,
                backtest.map(origins -> Comparison.of(series.values(), models, origins, intervals.levels())));
    }
}
