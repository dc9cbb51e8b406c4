package org.kvartal.forecast.timeseries;

/** The range that holds a future value with the probability of its level. */
public record Interval(double lower, double upper) {
    public double width() {
        return upper - lower;
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
