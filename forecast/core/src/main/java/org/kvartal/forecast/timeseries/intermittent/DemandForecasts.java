package org.kvartal.forecast.timeseries.intermittent;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * A constant demand per period and the distribution of the demand of one period.
 *
 * <pre>
 *   quantile(p) = weighted quantile of the history, scaled so that its mean is the forecast
 *   weight[t]   = 0.98^(n - t)                        recent periods count more
 * </pre>
 *
 * Demand is skewed and mostly zero, so its quantiles come from the history and not from a normal distribution. All
 * horizons have the same, since the methods see no trend. After Willemain, Smart and Schwarz (2004), A new approach to
 * forecasting intermittent demand for service parts inventories, Int. J. Forecasting 20, section 3, without the
 * transition of zeros.
 */
final class DemandForecasts {
    private static final double REMEMBERED = 0.98;

    private DemandForecasts() {}

    static ForecastResult constant(
            String model, TimeSeries history, int horizon, Levels levels, ToDoubleFunction<double[]> rateOf) {
        Forecaster.requireHorizon(horizon);
        double[] y = history.observed();
        if (y.length == 0) {
            return new NotForecastable(model, "no observed value");
        }
        DemandPattern pattern = DemandPattern.of(y);
        double rate = Double.isInfinite(pattern.interval()) ? 0 : rateOf.applyAsDouble(y);
        double[] means = new double[horizon];
        Arrays.fill(means, rate);
        double[][] lower = new double[levels.count()][horizon];
        double[][] upper = new double[levels.count()][horizon];
        Quantiles quantiles = new Quantiles(y, rate);
        for (int i = 0; i < levels.count(); i++) {
            Arrays.fill(lower[i], Math.min(rate, quantiles.at((1 - levels.fraction(i)) / 2)));
            Arrays.fill(upper[i], Math.max(rate, quantiles.at((1 + levels.fraction(i)) / 2)));
        }
        String reason = rate == 0
                ? "no demand"
                : "demand every %.1f periods, squared variation %.2f".formatted(pattern.interval(), pattern.cv2());
        return Forecasts.of(model, reason, means, levels, lower, upper);
    }

    private static final class Quantiles {
        private final double[] values;
        private final double[] cumulated;
        private final double scale;

        private Quantiles(double[] y, double rate) {
            int n = y.length;
            Integer[] byValue = new Integer[n];
            Arrays.setAll(byValue, i -> i);
            Arrays.sort(byValue, (a, b) -> Double.compare(y[a], y[b]));
            values = new double[n];
            cumulated = new double[n];
            double total = 0;
            double mean = 0;
            for (int i = 0; i < n; i++) {
                double weight = Math.pow(REMEMBERED, n - 1 - byValue[i]);
                values[i] = y[byValue[i]];
                total += weight;
                mean += weight * values[i];
                cumulated[i] = total;
            }
            scale = mean == 0 ? 1 : rate * total / mean;
        }

        private double at(double probability) {
            double target = probability * cumulated[cumulated.length - 1];
            int i = 0;
            while (i < values.length - 1 && cumulated[i] < target) {
                i++;
            }
            return values[i] * scale;
        }
    }
}
