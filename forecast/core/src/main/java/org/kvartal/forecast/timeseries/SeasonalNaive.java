package org.kvartal.forecast.timeseries;

/**
 * The last value of the same season, for a series with a stable season.
 *
 * <pre>
 *   mean(h) = y[T + h - m (k + 1)]                          k = floor((h - 1) / m), h = 1..horizon
 *   sd(h)   = sigma * sqrt(k + 1)                           sigma^2 = mean of (y[t] - y[t-m])^2
 * </pre>
 *
 * m is the season length. Where the value one season back is missing the one before it is taken, and k grows by one.
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections 5.2 (mean), 5.4 (sigma)
 * and 5.5 (sd).
 */
public final class SeasonalNaive implements Forecaster {
    @Override
    public String name() {
        return "seasonal-naive";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        int m = history.season();
        double sigma = sigma(history, m);
        if (Double.isNaN(sigma)) {
            return new NotForecastable(name(), "no two values one season of " + m + " apart");
        }
        double[] means = new double[horizon];
        double[] deviations = new double[horizon];
        for (int h = 1; h <= horizon; h++) {
            int t = history.length() - 1 + h;
            int seasonsBack = 0;
            do {
                t -= m;
                seasonsBack++;
            } while (t >= 0 && (t >= history.length() || Double.isNaN(history.value(t))));
            if (t < 0) {
                return new NotForecastable(name(), "a season of the cycle of " + m + " was never observed");
            }
            means[h - 1] = history.value(t);
            deviations[h - 1] = sigma * Math.sqrt(seasonsBack);
        }
        return Forecasts.normal(name(), "last value of the same season of " + m, means, deviations, levels);
    }

    private static double sigma(TimeSeries history, int m) {
        double squares = 0;
        int count = 0;
        for (int t = m; t < history.length(); t++) {
            double change = history.value(t) - history.value(t - m);
            if (!Double.isNaN(change)) {
                squares += change * change;
                count++;
            }
        }
        return count == 0 ? Double.NaN : Math.sqrt(squares / count);
    }
}
