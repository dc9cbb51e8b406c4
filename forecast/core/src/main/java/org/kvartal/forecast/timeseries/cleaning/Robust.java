package org.kvartal.forecast.timeseries.cleaning;

import java.util.Arrays;
import org.kvartal.forecast.timeseries.OrderStatistics;

/** Order statistics that outliers do not move. */
final class Robust {
    private static final double NORMAL = 1.4826;

    private Robust() {}

    static double median(double[] values, int from, int to) {
        return OrderStatistics.median(Arrays.copyOfRange(values, from, to));
    }

    /** The median distance from 0, in units of a normal standard deviation. */
    static double deviation(double[] values) {
        double[] distances = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            distances[t] = Math.abs(values[t]);
        }
        return NORMAL * OrderStatistics.median(distances);
    }
}
