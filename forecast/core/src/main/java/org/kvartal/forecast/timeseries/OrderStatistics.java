package org.kvartal.forecast.timeseries;

import java.util.Arrays;

/** Numbers in their order. */
public final class OrderStatistics {
    private OrderStatistics() {}

    /** The median of at least one value; the values are sorted by it. */
    public static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    /** The quantile by linear interpolation of order statistics (type 7 of Hyndman and Fan 1996). */
    public static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
