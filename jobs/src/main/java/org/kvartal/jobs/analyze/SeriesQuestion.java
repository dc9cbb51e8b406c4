package org.kvartal.jobs.analyze;

import java.util.List;
import java.util.Optional;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.accuracy.Backtest;
import org.kvartal.forecast.timeseries.accuracy.Comparison;
import org.kvartal.forecast.timeseries.batch.SureForecaster;
import org.kvartal.jobs.series.FileSeries;

/** What is to be found out about every series. */
record SeriesQuestion(List<Forecaster> models, int horizon, IntervalNames intervals, Optional<Backtest> backtest) {

    SeriesAnswer answer(FileSeries series) {
        List<SureForecaster> sure = models.stream()
                .map(model -> series.regressors()
                        .map(regressors -> sure(new WithRegressors(model, regressors)))
                        .orElseGet(() -> new SureForecaster(model)))
                .toList();
        List<Forecasts> forecasts = sure.stream()
                .map(model -> model.forecast(series.values(), horizon, intervals.levels()))
                .toList();
        return new SeriesAnswer(
                series,
                forecasts,
                backtest.map(origins -> Comparison.of(series.values(), sure, origins, intervals.levels())));
    }

    /** How far ahead, in words. */
    String distance() {
        return horizon == 1 ? "1 value" : horizon + " values";
    }

    private static SureForecaster sure(WithRegressors model) {
        return new SureForecaster(model, model.withoutThem());
    }
}
