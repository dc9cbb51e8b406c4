package org.kvartal.forecast.timeseries.combination;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much each method counts for a series, from its features.
 *
 * <pre>
 *   weight[i] = (1 - e) exp(b[i] . x) / sum exp(b[j] . x) + e / k      over the k methods that answered
 *   e         = 0 with a season, 1/2 without
 * </pre>
 *
 * Without season, weights learn above all how long trends last. That differs from decade to decade, so that they are drawn
 * half way to equal weights, which make no such claim.
 *
 * x are the {@link SeriesFeatures}; b were learned, apart for series with and without season, to lower sMAPE and MASE of
 * the weighted mean on the ends of training series, never on a test set: bench/forecast-weights.py. After Montero-Manso,
 * Athanasopoulos, Hyndman and Talagala (2020), FFORMA, Int. J. Forecasting 36, section 3.1, with a linear score in place
 * of boosted trees.
 */
final class Weights {
    private static final String WITH_SEASON = "season/";
    private static final String WITHOUT_SEASON = "plain/";

    private final Map<String, double[]> scores;
    private final String prefix;
    private final double equal;

    private Weights(Map<String, double[]> scores, String prefix, double equal) {
        this.scores = scores;
        this.prefix = prefix;
        this.equal = equal;
    }

    /** The shipped weights for series with a season. */
    static Weights withSeason() {
        return new Weights(NumberTable.read("weights.txt"), WITH_SEASON, 0);
    }

    /** The shipped weights for series without season. */
    static Weights withoutSeason() {
        return new Weights(NumberTable.read("weights.txt"), WITHOUT_SEASON, 0.5);
    }

    /** The weights of the methods that answered; they add up to 1. */
    Map<String, Double> of(double[] features, Set<String> methods) {
        Map<String, Double> weights = new LinkedHashMap<>();
        double highest = Double.NEGATIVE_INFINITY;
        for (String method : methods) {
            double score = score(method, features);
            weights.put(method, score);
            highest = Math.max(highest, score);
        }
        double total = 0;
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            entry.setValue(Math.exp(entry.getValue() - highest));
            total += entry.getValue();
        }
        double sum = total;
        weights.replaceAll((method, weight) -> (1 - equal) * weight / sum + equal / methods.size());
        return weights;
    }

    private double score(String method, double[] features) {
        double[] b = scores.get(prefix + method);
        if (b == null || b.length != features.length) {
            throw new IllegalStateException("Cannot weight %s%s: weights.txt has no %d numbers for it"
                    .formatted(prefix, method, features.length));
        }
        double score = 0;
        for (int i = 0; i < features.length; i++) {
            score += b[i] * features[i];
        }
        return score;
    }
}
