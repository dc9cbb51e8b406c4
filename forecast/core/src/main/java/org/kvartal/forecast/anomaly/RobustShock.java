package org.kvartal.forecast.anomaly;

import java.util.Arrays;

/**
 * How far a value stands out of others, by measures that outliers do not move.
 * <pre>
 *   r = (x - median) / (1.4826 * MAD)          MAD = median of |x[i] - median|
 * </pre>
 * |r| above 4 is a shock. 1.4826 makes the MAD a standard deviation for normal values. Source: Hampel (1974), J. American
 * Statistical Association 69; Iglewicz and Hoaglin (1993), How to detect and handle outliers.
 */
public final class RobustShock {
    public static final double SHOCK = 4;

    private static final double NORMAL = 1.4826;

    private RobustShock() {}

    /** The score of a value among others; 0 when it is their median, infinite when they are all alike and it is not. */
    public static double score(double value, double... others) {
        if (others.length == 0) {
            throw new IllegalArgumentException("Invalid number of values to compare with: 0");
        }
        double median = median(others);
        double deviation = median(
                Arrays.stream(others).map(other -> Math.abs(other - median)).toArray());
        return value == median ? 0 : (value - median) / (NORMAL * deviation);
    }

    public static boolean isShock(double value, double... others) {
        return Math.abs(score(value, others)) > SHOCK;
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
