package org.kvartal.forecast.timeseries.decomposition;

/**
 * Autocorrelation, and the test for a season that the M3 and M4 competitions used.
 *
 * <pre>
 *   r[k]  = sum_{t&gt;k} (y[t] - mean) (y[t-k] - mean) / sum_t (y[t] - mean)^2
 *   seasonal when |r[m]| &gt; 1.645 sqrt((1 + 2 (r[1]^2 + ... + r[m-1]^2)) / n)   and n &gt;= 3 m
 * </pre>
 *
 * m is the season length, n the number of values. Source: Makridakis, Spiliotis and Assimakopoulos (2020), The M4
 * Competition, Int. J. Forecasting 36, section 2.3 (Naive 2: 90 % autocorrelation test).
 */
public final class Autocorrelation {
    private static final double Z_90 = 1.645;
    private static final int SEASONS_NEEDED = 3;

    private Autocorrelation() {}

    /** The autocorrelation of complete values at a lag; 0 for constant values. */
    public static double at(double[] values, int lag) {
        double mean = 0;
        for (double value : values) {
            mean += value;
        }
        mean /= values.length;
        double variance = 0;
        double covariance = 0;
        for (int t = 0; t < values.length; t++) {
            double deviation = values[t] - mean;
            variance += deviation * deviation;
            if (t >= lag) {
                covariance += deviation * (values[t - lag] - mean);
            }
        }
        return variance > 0 ? covariance / variance : 0;
    }

    /** Whether complete values have a season of length {@code m}. */
    public static boolean isSeasonal(double[] values, int m) {
        int n = values.length;
        if (m == 1 || n < SEASONS_NEEDED * m) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < m; lag++) {
            double r = at(values, lag);
            squares += r * r;
        }
        return Math.abs(at(values, m)) > Z_90 * Math.sqrt((1 + 2 * squares) / n);
    }
}
