package org.kvartal.forecast.timeseries.path;

import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;

/**
 * The distribution of the value of one step, as its forecast states it.
 *
 * <pre>
 *   value(z): straight lines through (-z[L], lower[L]), (0, mean), (z[L], upper[L])        L: levels of the intervals
 *   z[L]     = normal quantile of (1 + L) / 2; beyond the widest interval the line from the mean to its end goes on
 * </pre>
 *
 * z is a standard normal score. The mean stands for the median, which the forecasts do not state. Ends that cross are put
 * in order, so that value(z) never falls.
 */
public final class Marginal {
    private final double mean;
    private final double[] scores;
    private final double[] below;
    private final double[] above;

    private Marginal(double mean, double[] scores, double[] below, double[] above) {
        this.mean = mean;
        this.scores = scores;
        this.below = below;
        this.above = above;
    }

    /** @param step ahead, from 1 */
    public static Marginal of(Forecasts forecasts, int step) {
        Levels levels = forecasts.levels();
        if (levels.count() == 0) {
            throw new IllegalArgumentException(
                    "Invalid forecasts of %s: no interval to draw values from, ask for a level"
                            .formatted(forecasts.model()));
        }
        double mean = forecasts.mean(step);
        double[] scores = new double[levels.count()];
        double[] below = new double[levels.count()];
        double[] above = new double[levels.count()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Forecasts.normalQuantile(0.5 + levels.fraction(i) / 2);
            double narrowerBelow = i == 0 ? 0 : below[i - 1];
            double narrowerAbove = i == 0 ? 0 : above[i - 1];
            below[i] = Math.max(
                    narrowerBelow,
                    mean - forecasts.interval(step, levels.fraction(i)).lower());
            above[i] = Math.max(
                    narrowerAbove, forecasts.interval(step, levels.fraction(i)).upper() - mean);
        }
        return new Marginal(mean, scores, below, above);
    }

    public double mean() {
        return mean;
    }

    /** The value at a standard normal score. */
    public double value(double score) {
        return score < 0 ? mean - distance(-score, below) : mean + distance(score, above);
    }

    private double distance(double score, double[] ends) {
        int last = scores.length - 1;
        if (score >= scores[last]) {
            return ends[last] * score / scores[last];
        }
        int i = 0;
        while (score > scores[i]) {
            i++;
        }
        double fromScore = i == 0 ? 0 : scores[i - 1];
        double fromEnd = i == 0 ? 0 : ends[i - 1];
        return fromEnd + (score - fromScore) / (scores[i] - fromScore) * (ends[i] - fromEnd);
    }
}
