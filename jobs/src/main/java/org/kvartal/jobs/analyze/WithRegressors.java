package org.kvartal.jobs.analyze;

import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.arima.Arima;
import org.kvartal.forecast.timeseries.regression.KnownRegressors;
import org.kvartal.forecast.timeseries.regression.RegressionForecaster;

/** A method with the regressors of one series. */
record WithRegressors(Forecaster method, KnownRegressors regressors) implements Forecaster {

    @Override
    public String name() {
        return method.name();
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        ForecastResult result = regression().knowing(regressors).forecast(history, horizon, levels);
        return result instanceof Forecasts forecasts ? forecasts.as(name(), forecasts.reason()) : result;
    }

    /** What stands in where the effects of the regressors cannot be told. */
    Forecaster withoutThem() {
        return new Without(method);
    }

    private record Without(Forecaster method) implements Forecaster {
        @Override
        public String name() {
            return method.name() + " without regressors";
        }

        @Override
        public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
            ForecastResult result = method.forecast(history, horizon, levels);
            return result instanceof Forecasts forecasts ? forecasts.as(name(), forecasts.reason()) : result;
        }
    }

    private RegressionForecaster regression() {
        return method instanceof Arima
                ? RegressionForecaster.withArimaErrors(RegressionForecaster.Choice.BY_AICC)
                : RegressionForecaster.around(method, RegressionForecaster.Choice.BY_AICC);
    }
}
