package org.kvartal.forecast.timeseries.cleaning;

import java.util.Arrays;

/** Order statistics that outliers do not move. */
final class Robust {
    private static final double NORMAL = 1.4826;

    private Robust() {}

    static double median(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** The median distance from 0, in units of a normal standard deviation. */
    static double deviation(double[] values) {
        double[] distances = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            distances[t] = Math.abs(values[t]);
        }
        return NORMAL * median(distances, 0, distances.length);
    }

    /** The quantile by linear interpolation of order statistics (type 7 of Hyndman and Fan 1996). */
    static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
