package org.kvartal.forecast.timeseries.combination;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.OrderStatistics;

/**
 * Holds back methods that run away from the others.
 *
 * <pre>
 *   mean'[i](h) = mean[i](h), but no farther from median(h) than 3 MAD(h) + u sqrt(h)
 *   median, MAD   over the methods: median of their means, median of the distances from it
 *   u             mean of |x[t] - x[t-1]|, x the values without season
 * </pre>
 *
 * A weighted mean, unlike a median, has no defence against one method whose trend explodes. Interval ends move with the
 * mean. Limits by the median absolute deviation: Rousseeuw and Croux (1993), Alternatives to the median absolute
 * deviation, J. Am. Statistical Association 88, section 1.
 */
public final class Runaways {
    private static final double DEVIATIONS = 3;

    private Runaways() {}

    /**
     * What the methods forecast, each near the others.
     *
     * @param adjusted the values without season
     */
    public static Map<String, Forecasts> heldBack(Map<String, Forecasts> found, double[] adjusted) {
        if (found.isEmpty()) {
            return found;
        }
        double change = 0;
        for (int t = 1; t < adjusted.length; t++) {
            change += Math.abs(adjusted[t] - adjusted[t - 1]) / (adjusted.length - 1);
        }
        List<double[]> means = found.values().stream().map(Forecasts::means).toList();
        int horizon = means.get(0).length;
        double[] middle = new double[horizon];
        double[] limit = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            int step = h;
            double median = OrderStatistics.median(
                    means.stream().mapToDouble(mean -> mean[step]).toArray());
            double deviation = OrderStatistics.median(means.stream()
                    .mapToDouble(mean -> Math.abs(mean[step] - median))
                    .toArray());
            middle[h] = median;
            limit[h] = DEVIATIONS * deviation + change * Math.sqrt(h + 1);
        }
        Map<String, Forecasts> held = new LinkedHashMap<>();
        found.forEach((method, forecasts) -> held.put(method, forecasts.transformed((step, value) -> {
            double away = forecasts.mean(step) - middle[step - 1];
            double allowed = Math.max(-limit[step - 1], Math.min(limit[step - 1], away));
            return value + (allowed - away);
        })));
        return held;
    }
}
