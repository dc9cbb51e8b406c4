package org.kvartal.forecast.timeseries;

import java.util.Arrays;

/**
 * The last value, for a series without season that wanders (a random walk).
 *
 * <pre>
 *   mean(h) = y[T]                                          h = 1..horizon
 *   sd(h)   = sigma * sqrt(h)                               sigma^2 = mean of (y[t] - y[t-1])^2
 * </pre>
 *
 * Across a gap of g steps the squared change is divided by g, and if the last g values are missing, sd(h) = sigma *
 * sqrt(h + g): what a random walk implies. One value alone says nothing of its spread: sigma is then taken as |y|.
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections 5.2 (mean), 5.4 (sigma)
 * and 5.5 (sd).
 */
public final class Naive implements Forecaster {
    @Override
    public String name() {
        return "naive";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        if (history.observedCount() == 0) {
            return new NotForecastable(name(), "no observed value");
        }
        int last = -1;
        double squares = 0;
        for (int t = 0; t < history.length(); t++) {
            double value = history.value(t);
            if (!Double.isNaN(value)) {
                if (last >= 0) {
                    double change = value - history.value(last);
                    squares += change * change / (t - last);
                }
                last = t;
            }
        }
        int changes = history.observedCount() - 1;
        double mean = history.value(last);
        double sigma = changes == 0 ? Math.abs(mean) : Math.sqrt(squares / changes);
        int trailingGap = history.length() - 1 - last;
        double[] means = new double[horizon];
        double[] deviations = new double[horizon];
        Arrays.fill(means, mean);
        for (int h = 1; h <= horizon; h++) {
            deviations[h - 1] = sigma * Math.sqrt(h + trailingGap);
        }
        return Forecasts.normal(name(), "last observed value", means, deviations, levels);
    }
}
