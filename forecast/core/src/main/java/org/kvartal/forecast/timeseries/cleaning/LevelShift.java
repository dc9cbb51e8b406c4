package org.kvartal.forecast.timeseries.cleaning;

/**
 * A change of level that stayed.
 *
 * @param index of the first value on the new level, from 0
 * @param before level of the values before, without season
 * @param after level of the values after, without season
 */
public record LevelShift(int index, double before, double after) {
    public double size() {
        return after - before;
    }
}
