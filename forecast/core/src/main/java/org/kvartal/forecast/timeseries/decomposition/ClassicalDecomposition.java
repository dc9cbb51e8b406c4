package org.kvartal.forecast.timeseries.decomposition;

/**
 * Seasonal indices by centred moving averages.
 *
 * <pre>
 *   trend[t] = mean of y over m values around t               m odd; for even m the 2 x m average
 *   index[s] = mean of y[t] / trend[t] over t = s mod m       multiplicative, then scaled to mean 1
 *   index[s] = mean of y[t] - trend[t] over t = s mod m       additive, then shifted to mean 0
 * </pre>
 *
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections 3.3 and 3.4. Needs at
 * least two seasons of values.
 */
public final class ClassicalDecomposition {
    private ClassicalDecomposition() {}

    /** Indices of positive complete values; index 0 belongs to the first value. */
    public static double[] multiplicativeIndices(double[] values, int m) {
        double[] trend = centredMovingAverage(values, m);
        double[] indices = new double[m];
        int[] counts = new int[m];
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(trend[t])) {
                indices[t % m] += values[t] / trend[t];
                counts[t % m]++;
            }
        }
        double mean = averageBySeason(indices, counts);
        for (int s = 0; s < m; s++) {
            indices[s] /= mean;
        }
        return indices;
    }

    /** Indices of complete values; index 0 belongs to the first value. */
    public static double[] additiveIndices(double[] values, int m) {
        double[] trend = centredMovingAverage(values, m);
        double[] indices = new double[m];
        int[] counts = new int[m];
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(trend[t])) {
                indices[t % m] += values[t] - trend[t];
                counts[t % m]++;
            }
        }
        double mean = averageBySeason(indices, counts);
        for (int s = 0; s < m; s++) {
            indices[s] -= mean;
        }
        return indices;
    }

    /** Divides the sums in place and returns the mean of the results. */
    private static double averageBySeason(double[] sums, int[] counts) {
        double total = 0;
        for (int s = 0; s < sums.length; s++) {
            sums[s] /= counts[s];
            total += sums[s];
        }
        return total / sums.length;
    }

    /** The centred moving average of {@code m} values; {@code NaN} at both ends, where it is undefined. */
    public static double[] centredMovingAverage(double[] values, int m) {
        int half = m / 2;
        boolean even = m % 2 == 0;
        double[] trend = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            if (t < half || t + half >= values.length) {
                trend[t] = Double.NaN;
                continue;
            }
            double sum = even ? (values[t - half] + values[t + half]) / 2 : values[t - half] + values[t + half];
            for (int i = t - half + 1; i < t + half; i++) {
                sum += values[i];
            }
            trend[t] = m == 1 ? values[t] : sum / m;
        }
        return trend;
    }
}
