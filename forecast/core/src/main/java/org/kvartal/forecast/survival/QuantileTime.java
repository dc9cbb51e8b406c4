package org.kvartal.forecast.survival;

/**
 * By when a share of the subjects has ended, with its interval. "Not reached" is a result: so many still went on when last
 * seen that the share cannot be told. It is infinite here.
 *
 * @param time in the unit of the observations
 * @param low lower end of the interval
 * @param high upper end of the interval; infinite when the curve's upper band does not come down so far
 */
public record QuantileTime(double time, double low, double high) {
    public static final double NOT_REACHED = Double.POSITIVE_INFINITY;

    public boolean isReached() {
        return time < NOT_REACHED;
    }

    /** Whether the interval has an upper end. */
    public boolean isBounded() {
        return high < NOT_REACHED;
    }
}
