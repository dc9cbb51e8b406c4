package org.kvartal.forecast.timeseries.intermittent;

/**
 * How often a series has demand and how much its size varies.
 *
 * <pre>
 *   interval = periods / periods with demand          1 when there is demand in every period
 *   cv2      = (standard deviation / mean)^2 of the demand where there is any
 *   smooth        interval &lt;  1.32, cv2 &lt;  0.49       erratic  interval &lt;  1.32, cv2 &gt;= 0.49
 *   intermittent  interval &gt;= 1.32, cv2 &lt;  0.49       lumpy    interval &gt;= 1.32, cv2 &gt;= 0.49
 * </pre>
 *
 * Source: Syntetos, Boylan and Croston (2005), On the categorization of demand patterns, J. Operational Research Society
 * 56, section 4.
 *
 * @param interval mean number of periods from demand to demand, infinite without any
 * @param cv2 squared coefficient of variation of the sizes, 0 when there are fewer than 2
 */
public record DemandPattern(double interval, double cv2) {
    private static final double LONG_INTERVAL = 1.32;
    private static final double VARIABLE_SIZE = 0.49;

    /** The classes of demand. */
    public enum Kind {
        SMOOTH,
        ERRATIC,
        INTERMITTENT,
        LUMPY
    }

    /** The pattern of observed values. */
    public static DemandPattern of(double[] observed) {
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (double value : observed) {
            if (value != 0) {
                count++;
                sum += value;
                squares += value * value;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double variance = count < 2 ? 0 : Math.max(0, (squares - count * mean * mean) / (count - 1));
        return new DemandPattern(
                count == 0 ? Double.POSITIVE_INFINITY : (double) observed.length / count,
                mean == 0 ? 0 : variance / (mean * mean));
    }

    public Kind kind() {
        if (interval < LONG_INTERVAL) {
            return cv2 < VARIABLE_SIZE ? Kind.SMOOTH : Kind.ERRATIC;
        }
        return cv2 < VARIABLE_SIZE ? Kind.INTERMITTENT : Kind.LUMPY;
    }
}
