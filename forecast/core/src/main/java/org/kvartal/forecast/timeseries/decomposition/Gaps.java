package org.kvartal.forecast.timeseries.decomposition;

import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * Fills missing values, for methods that cannot skip them.
 *
 * <pre>
 *   without season: the straight line between the neighbours; the nearest value at both ends
 *   with season m:  the moving average over m of that, plus the mean distance from it of the values of its season
 * </pre>
 *
 * The seasonal form needs two seasons and at least half of the values.
 */
public final class Gaps {
    private Gaps() {}

    /** The values without gaps; there must be an observed value. */
    public static double[] filled(TimeSeries series) {
        double[] values = series.toArray();
        if (series.isComplete()) {
            return values;
        }
        if (series.observedCount() == 0) {
            throw new IllegalArgumentException("Cannot fill gaps: no observed value among " + series.length());
        }
        double[] line = interpolated(values);
        int m = series.season();
        if (m > 1 && series.length() >= 2 * m && series.observedCount() * 2 >= series.length()) {
            addSeason(line, values, m);
        }
        return line;
    }

    private static double[] interpolated(double[] values) {
        double[] filled = values.clone();
        int previous = -1;
        for (int t = 0; t <= values.length; t++) {
            if (t == values.length || !Double.isNaN(values[t])) {
                for (int gap = previous + 1; gap < t; gap++) {
                    filled[gap] = between(values, previous, t, gap);
                }
                previous = t;
            }
        }
        return filled;
    }

    private static double between(double[] values, int left, int right, int t) {
        if (left < 0) {
            return values[right];
        }
        if (right == values.length) {
            return values[left];
        }
        double share = (double) (t - left) / (right - left);
        return values[left] + share * (values[right] - values[left]);
    }

    private static void addSeason(double[] line, double[] values, int m) {
        double[] trend = ClassicalDecomposition.centredMovingAverage(line, m);
        double[] sums = new double[m];
        int[] counts = new int[m];
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(values[t]) && !Double.isNaN(trend[t])) {
                sums[t % m] += values[t] - trend[t];
                counts[t % m]++;
            }
        }
        for (int t = 0; t < values.length; t++) {
            if (Double.isNaN(values[t]) && !Double.isNaN(trend[t]) && counts[t % m] > 0) {
                line[t] = trend[t] + sums[t % m] / counts[t % m];
            }
        }
    }
}
