package org.kvartal.forecast.timeseries.combination;

import java.util.Arrays;
import java.util.Locale;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * The last value, moved on by the median of the last changes, less at each step.
 *
 * <pre>
 *   c       = median of the last k changes               k = max(5, horizon), at most all
 *   mean(h) = y[n] + c (0.9 + 0.9^2 + ... + 0.9^h)
 *   sd(h)   = sigma sqrt(h)                              sigma^2 = mean of (change - c)^2 over the k
 * </pre>
 *
 * One leap in the past does not make a trend of it, unlike the mean change. Damped after Gardner and McKenzie (1985),
 * Forecasting trends in time series, Management Science 31.
 */
final class RecentTrend implements Forecaster {
    private static final int SHORTEST = 3;
    private static final int FEWEST_CHANGES = 5;
    private static final double DAMPING = 0.9;

    @Override
    public String name() {
        return "recent-trend";
    }

    @Override
    public ForecastResult forecast(TimeSeries complete, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        int n = complete.length();
        if (n < SHORTEST) {
            return new NotForecastable(name(), "%d values, needs %d".formatted(n, SHORTEST));
        }
        double[] changes = new double[Math.min(n - 1, Math.max(FEWEST_CHANGES, horizon))];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = complete.value(n - 1 - i) - complete.value(n - 2 - i);
        }
        Arrays.sort(changes);
        double median = (changes[(changes.length - 1) / 2] + changes[changes.length / 2]) / 2;
        double sigma = Math.sqrt(Arrays.stream(changes)
                .map(change -> (change - median) * (change - median))
                .average()
                .orElseThrow());
        double[] means = new double[horizon];
        double[] deviations = new double[horizon];
        double level = complete.value(n - 1);
        double step = median;
        for (int h = 0; h < horizon; h++) {
            step *= DAMPING;
            level += step;
            means[h] = level;
            deviations[h] = sigma * Math.sqrt(h + 1);
        }
        return Forecasts.normal(
                name(), String.format(Locale.ROOT, "median change %.4g", median), means, deviations, levels);
    }
}
