package org.kvartal.forecast.timeseries.combination;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;

/**
 * Puts the forecasts of several methods together.
 *
 * <pre>
 *   mean(h)  = sum w[i] mean[i](h)
 *   interval = mean(h) less / plus the mean of the methods' distances to their ends, weighted likewise
 * </pre>
 *
 * Source: Bates and Granger (1969), The combination of forecasts, Operational Research Quarterly 20.
 */
final class MemberCombination {
    private static final double SMALLEST_NAMED = 0.005;

    private final Map<String, Forecasts> found;
    private final int horizon;
    private final Levels levels;

    /** @param found what each method forecasts, at least one, all of the same horizon and levels */
    MemberCombination(Map<String, Forecasts> found) {
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Cannot combine forecasts: no method has one");
        }
        this.found = found;
        Forecasts first = found.values().iterator().next();
        horizon = first.horizon();
        levels = first.levels();
    }

    /** @param weights of all methods, adding up to 1 */
    Forecasts weighted(Map<String, Double> weights) {
        return around(weightedMeans(weights), weights, shares(weights));
    }

    private double[] weightedMeans(Map<String, Double> weights) {
        double[] means = new double[horizon];
        found.forEach((method, forecasts) -> {
            for (int h = 0; h < horizon; h++) {
                means[h] += weights.get(method) * forecasts.mean(h + 1);
            }
        });
        return means;
    }

    private static String shares(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .filter(e -> e.getValue() >= SMALLEST_NAMED)
                .map(e -> String.format(Locale.ROOT, "%s %.0f%%", e.getKey(), 100 * e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private Forecasts around(double[] means, Map<String, Double> shares, String reason) {
        double[][] lower = new double[levels.count()][horizon];
        double[][] upper = new double[levels.count()][horizon];
        for (int i = 0; i < levels.count(); i++) {
            System.arraycopy(means, 0, lower[i], 0, horizon);
            System.arraycopy(means, 0, upper[i], 0, horizon);
            for (Map.Entry<String, Double> share : shares.entrySet()) {
                Forecasts member = found.get(share.getKey());
                double[] low = member.lower(levels.fraction(i));
                double[] high = member.upper(levels.fraction(i));
                for (int h = 0; h < horizon; h++) {
                    lower[i][h] -= share.getValue() * (member.mean(h + 1) - low[h]);
                    upper[i][h] += share.getValue() * (high[h] - member.mean(h + 1));
                }
            }
        }
        return Forecasts.of("combination", reason, means, levels, lower, upper);
    }

    /**
     * The standard deviation of the methods' means around the combined mean, by step.
     *
     * @param weights of all methods, adding up to 1
     */
    double[] disagreement(Forecasts combined, Map<String, Double> weights) {
        double[] deviations = new double[horizon];
        found.forEach((method, member) -> {
            for (int h = 0; h < horizon; h++) {
                double distance = member.mean(h + 1) - combined.mean(h + 1);
                deviations[h] += weights.get(method) * distance * distance;
            }
        });
        for (int h = 0; h < horizon; h++) {
            deviations[h] = Math.sqrt(deviations[h]);
        }
        return deviations;
    }
}
