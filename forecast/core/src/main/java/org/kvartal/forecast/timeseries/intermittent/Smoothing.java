package org.kvartal.forecast.timeseries.intermittent;

import java.util.Arrays;

/**
 * Simple exponential smoothing as the methods for intermittent demand use it.
 *
 * <pre>
 *   s[1] = x[1],  s[t] = s[t-1] + alpha (x[t] - s[t-1])
 *   searched alpha: from 0.1 to 0.3, least sum of (x[t] - s[t-1])^2, golden section
 * </pre>
 *
 * The bounds are those of Syntetos and Boylan (2005), Int. J. Forecasting 21, section 4.
 */
final class Smoothing {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 0.3;
    private static final double CLOSE = 1e-6;

    private Smoothing() {}

    /** The smoothed value after the last. */
    static double last(double[] x, double alpha) {
        double s = x[0];
        for (int t = 1; t < x.length; t++) {
            s += alpha * (x[t] - s);
        }
        return s;
    }

    /** The smoothed value after the last, with the alpha that fits best. */
    static double lastOfBest(double[] x) {
        double low = LOWEST;
        double high = HIGHEST;
        while (high - low > CLOSE) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (squaredErrors(x, left) <= squaredErrors(x, right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return last(x, (low + high) / 2);
    }

    private static double squaredErrors(double[] x, double alpha) {
        double s = x[0];
        double sum = 0;
        for (int t = 1; t < x.length; t++) {
            double error = x[t] - s;
            sum += error * error;
            s += alpha * error;
        }
        return sum;
    }

    /** Sums of {@code length} neighbours; the oldest values that do not fill one are left out. */
    static double[] aggregated(double[] y, int length) {
        int buckets = y.length / length;
        int start = y.length - buckets * length;
        double[] sums = new double[buckets];
        for (int i = 0; i < buckets; i++) {
            sums[i] = Arrays.stream(y, start + i * length, start + (i + 1) * length)
                    .sum();
        }
        return sums;
    }

    /** The mean number of periods from one demand to the next, the first counted from the start. */
    static double meanInterval(double[] y) {
        int last = 0;
        int count = 0;
        for (int t = 1; t <= y.length; t++) {
            if (y[t - 1] != 0) {
                count++;
                last = t;
            }
        }
        return (double) last / count;
    }
}
