package org.kvartal.forecast.timeseries.combination;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much each method counts for a series, from its features.
 *
 * <pre>
 *   weight[i] = exp(b[i] . x) / sum over the methods that answered of exp(b[j] . x)
 * </pre>
 *
 * x are the {@link SeriesFeatures}; b were learned to lower sMAPE and MASE of the weighted mean on the ends of training
 * series, never on a test set: bench/forecast-weights.py. After Montero-Manso, Athanasopoulos, Hyndman and Talagala
 * (2020), FFORMA, Int. J. Forecasting 36, section 3.1, with a linear score in place of boosted trees.
 */
final class Weights {
    private final Map<String, double[]> scores;

    private Weights(Map<String, double[]> scores) {
        this.scores = scores;
    }

    /** The weights shipped with the library. */
    static Weights shipped() {
        return new Weights(NumberTable.read("weights.txt"));
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
        weights.replaceAll((method, weight) -> weight / sum);
        return weights;
    }

    private double score(String method, double[] features) {
        double[] b = scores.get(method);
        if (b == null || b.length != features.length) {
            throw new IllegalStateException(
                    "Cannot weight %s: weights.txt has no %d numbers for it".formatted(method, features.length));
        }
        double score = 0;
        for (int i = 0; i < features.length; i++) {
            score += b[i] * features[i];
        }
        return score;
    }
}
