package org.kvartal.forecast.timeseries;

/**
 * The last value moved by the mean change, for a series that wanders with a trend.
 *
 * <pre>
 *   c       = (y[T] - y[1]) / (T - 1)                       drift per step
 *   mean(h) = y[T] + c h                                    h = 1..horizon
 *   sd(h)   = sigma * sqrt(h (1 + h / (T - 1)))             sigma^2 = sum (y[t] - y[t-1] - c)^2 / (T - 2)
 * </pre>
 *
 * Steps count from the first to the last observed value; across a gap of g steps the error y[t] - y[t-g] - c g enters
 * squared and divided by g, and steps missing at the end add to h. Source: Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, 3rd ed., sections 5.2 (mean), 5.4 (sigma) and 5.5 (sd).
 */
public final class RandomWalkWithDrift implements Forecaster {
    private static final int SHORTEST = 3;

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        if (history.observedCount() < SHORTEST) {
            return new NotForecastable(
                    name(), "%d observed values, needs %d".formatted(history.observedCount(), SHORTEST));
        }
        int first = 0;
        while (Double.isNaN(history.value(first))) {
            first++;
        }
        int last = history.length() - 1;
        while (Double.isNaN(history.value(last))) {
            last--;
        }
        double drift = (history.value(last) - history.value(first)) / (last - first);
        double sigma = sigma(history, first, drift);
        int trailingGap = history.length() - 1 - last;
        double[] means = new double[horizon];
        double[] deviations = new double[horizon];
        for (int h = 1; h <= horizon; h++) {
            int steps = h + trailingGap;
            means[h - 1] = history.value(last) + drift * steps;
            deviations[h - 1] = sigma * Math.sqrt(steps * (1 + (double) steps / (last - first)));
        }
        return Forecasts.normal(name(), "last observed value and mean change", means, deviations, levels);
    }

    private static double sigma(TimeSeries history, int first, double drift) {
        double squares = 0;
        int previous = first;
        for (int t = first + 1; t < history.length(); t++) {
            if (!Double.isNaN(history.value(t))) {
                double error = history.value(t) - history.value(previous) - drift * (t - previous);
                squares += error * error / (t - previous);
                previous = t;
            }
        }
        return Math.sqrt(squares / (history.observedCount() - 2));
    }
}
