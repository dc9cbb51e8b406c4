package org.kvartal.forecast.timeseries.intermittent;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * A constant demand per period, and the quantiles of the demand of one period.
 *
 * <pre>
 *   lower = quantile (1 - level) / 2, at most the mean        upper = quantile (1 + level) / 2, at least the mean
 * </pre>
 *
 * Of whole numbers both ends are whole numbers, so that the upper is at least the mean rounded up. All horizons have the
 * same, since the methods see no trend. The distribution is {@link DemandDistribution}.
 */
final class DemandForecasts {
    private DemandForecasts() {}

    static ForecastResult constant(
            String model, TimeSeries history, int horizon, Levels levels, ToDoubleFunction<double[]> rateOf) {
        Forecaster.requireHorizon(horizon);
        double[] y = history.observed();
        if (y.length == 0) {
            return new NotForecastable(model, "no observed value");
        }
        if (Arrays.stream(y).anyMatch(value -> value < 0)) {
            return new NotForecastable(model, "values below zero are no demand");
        }
        DemandPattern pattern = DemandPattern.of(y);
        double rate = Double.isInfinite(pattern.interval()) ? 0 : rateOf.applyAsDouble(y);
        double[] means = new double[horizon];
        Arrays.fill(means, rate);
        double[][] lower = new double[levels.count()][horizon];
        double[][] upper = new double[levels.count()][horizon];
        DemandDistribution distribution = DemandDistribution.of(y, rate);
        boolean whole = DemandDistribution.isWhole(y);
        for (int i = 0; i < levels.count(); i++) {
            double low = distribution.quantile((1 - levels.fraction(i)) / 2);
            double high = distribution.quantile((1 + levels.fraction(i)) / 2);
            Arrays.fill(lower[i], Math.min(whole ? Math.floor(rate) : rate, low));
            Arrays.fill(upper[i], Math.max(whole ? Math.ceil(rate) : rate, high));
        }
        String reason = rate == 0
                ? "no demand"
                : String.format(
                        Locale.ROOT,
                        "demand every %.1f periods, squared variation %.2f",
                        pattern.interval(),
                        pattern.cv2());
        return Forecasts.of(model, reason, means, levels, lower, upper);
    }
}
