package org.kvartal.forecast.timeseries.conformal;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/** The absolute errors of one step ahead, from past origins, and the width they give an interval. */
final class StepScores {
    private final double[] ascending;

    StepScores(double[] scores) {
        ascending = scores.clone();
        Arrays.sort(ascending);
    }

    int count() {
        return ascending.length;
    }

    /** The distance from the mean to the ends of the interval; 0 without scores. See {@link Conformal}. */
    double width(double level) {
        int n = ascending.length;
        if (n == 0) {
            return 0;
        }
        int k = (int) Math.ceil((n + 1) * level);
        if (k <= n) {
            return ascending[k - 1];
        }
        double squares = 0;
        for (double score : ascending) {
            squares += score * score / n;
        }
        double t = new TDistribution(null, n).inverseCumulativeProbability((1 + level) / 2);
        return Math.max(ascending[n - 1], t * Math.sqrt((1 + 1.0 / n) * squares));
    }
}
