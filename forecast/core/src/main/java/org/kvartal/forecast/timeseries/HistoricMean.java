package org.kvartal.forecast.timeseries;

import java.util.Arrays;

/**
 * The mean of the history, for a series without trend or season.
 *
 * <pre>
 *   mean(h) = (y[1] + ... + y[T]) / T                       h = 1..horizon
 *   sd(h)   = sigma * sqrt(1 + 1 / T)                       sigma^2 = sum (y[t] - mean)^2 / (T - 1)
 * </pre>
 *
 * T counts observed values. One value alone says nothing of its spread: sigma is then taken as |y|. Source: Hyndman and
 * Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections 5.2 (mean), 5.4 (sigma) and 5.5 (sd).
 */
public final class HistoricMean implements Forecaster {
    @Override
    public String name() {
        return "mean";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        double[] observed = history.observed();
        int count = observed.length;
        if (count == 0) {
            return new NotForecastable(name(), "no observed value");
        }
        double sum = 0;
        for (double value : observed) {
            sum += value;
        }
        double mean = sum / count;
        double squares = 0;
        for (double value : observed) {
            squares += (value - mean) * (value - mean);
        }
        double sigma = count == 1 ? Math.abs(mean) : Math.sqrt(squares / (count - 1));
        double[] means = new double[horizon];
        double[] deviations = new double[horizon];
        Arrays.fill(means, mean);
        Arrays.fill(deviations, sigma * Math.sqrt(1 + 1.0 / count));
        return Forecasts.normal(name(), "mean of " + count + " observed values", means, deviations, levels);
    }
}
