package org.kvartal.forecast.timeseries;

import java.util.Arrays;

/**
 * Equally spaced values, oldest first, with the lengths of the seasons they may have.
 *
 * <p>A missing value is {@code NaN}. Seasons are counted in values: monthly data has 12, hourly data 24 and 168. The
 * first season is the one accuracy is scored by. A series without a season has season length 1. Methods may look for longer
 * seasons than those named, unless the series says that it has only these.
 */
public final class TimeSeries {
    private final double[] values;
    private final int[] seasons;
    private final Search search;
    private final int observedCount;

    /** Whether seasons may be looked for beside those named. */
    private enum Search {
        LONGER_SEASONS,
        NONE
    }

    private TimeSeries(double[] values, int[] seasons, Search search) {
        this.values = values;
        this.seasons = seasons;
        this.search = search;
        int observed = 0;
        for (double value : values) {
            observed += Double.isNaN(value) ? 0 : 1;
        }
        this.observedCount = observed;
    }

    /** A series without a season. */
    public static TimeSeries of(double... values) {
        return seasonal(values, 1);
    }

    /**
     * A series with one or more seasons; methods may look for longer ones.
     *
     * @param seasons lengths in values, the scoring season first
     */
    public static TimeSeries seasonal(double[] values, int... seasons) {
        return checked(values, seasons, Search.LONGER_SEASONS);
    }

    private static TimeSeries checked(double[] values, int[] seasons, Search search) {
        for (int t = 0; t < values.length; t++) {
            if (Double.isInfinite(values[t])) {
                throw new IllegalArgumentException("Invalid value %d of the series: %s".formatted(t + 1, values[t]));
            }
        }
        for (int season : seasons) {
            if (season < 1) {
                throw new IllegalArgumentException("Invalid season length: %d, must be at least 1".formatted(season));
            }
        }
        return new TimeSeries(values.clone(), seasons.length == 0 ? new int[] {1} : seasons.clone(), search);
    }

    public int length() {
        return values.length;
    }

    /** The value at {@code t}, from 0, or {@code NaN} if it is missing. */
    public double value(int t) {
        return values[t];
    }

    /** A copy of the values. */
    public double[] toArray() {
        return values.clone();
    }

    /** The length of the scoring season; 1 if there is none. */
    public int season() {
        return seasons[0];
    }

    /** A copy of all season lengths, the scoring season first. */
    public int[] seasons() {
        return seasons.clone();
    }

    /** The number of values that are not missing. */
    public int observedCount() {
        return observedCount;
    }

    public boolean isComplete() {
        return observedCount == values.length;
    }

    /** The same seasons over other values. */
    public TimeSeries withValues(double[] newValues) {
        return checked(newValues, seasons, search);
    }

    /** The same values with other seasons, the scoring season first. */
    public TimeSeries withSeasons(int... newSeasons) {
        return checked(values, newSeasons, search);
    }

    /** The same values with these seasons and no others, the scoring season first: methods look for no longer ones. */
    public TimeSeries withOnlySeasons(int... newSeasons) {
        return checked(values, newSeasons, Search.NONE);
    }

    /** Whether the series has no season beside those named. */
    public boolean hasOnlyNamedSeasons() {
        return search == Search.NONE;
    }

    /** The first {@code count} values. */
    public TimeSeries first(int count) {
        return new TimeSeries(Arrays.copyOf(values, count), seasons, search);
    }

    /** The values from {@code from} (included) to {@code to} (excluded), from 0. */
    public TimeSeries between(int from, int to) {
        return new TimeSeries(Arrays.copyOfRange(values, from, to), seasons, search);
    }

    /** The observed values without the gaps; their spacing is lost. */
    public double[] observed() {
        double[] observed = new double[observedCount];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                observed[n++] = value;
            }
        }
        return observed;
    }

    @Override
    public String toString() {
        return "TimeSeries of %d values, seasons %s".formatted(values.length, Arrays.toString(seasons));
    }
}
