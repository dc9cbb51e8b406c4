package org.kvartal.forecast.timeseries.cleaning;

/**
 * A value of a series that was replaced.
 *
 * @param index of the value, from 0
 * @param old what stood there; {@code NaN} if it was missing
 * @param replacement what its neighbours and its season say
 */
public record Replacement(int index, double old, double replacement, Kind kind) {
    /** Why a value was replaced. */
    public enum Kind {
        MISSING,
        OUTLIER
    }
}
