package org.kvartal.forecast.survey;

/**
 * A number with its interval.
 *
 * @param low lower end; not a number where none can be told
 * @param high upper end; likewise
 */
public record Estimate(double value, double low, double high) {
    static Estimate within(double value, double half) {
        return new Estimate(value, value - half, value + half);
    }

    /** The same without an interval. */
    static Estimate alone(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }
}
