package org.kvartal.jobs.series;

import org.kvartal.forecast.timeseries.TimeSeries;

/** Which seasons series have. */
public final class Seasons {
    private final int[] told;
    private final Search search;

    /** Whether longer seasons are looked for. */
    public enum Search {
        LONGER,
        NONE
    }

    /** @param told lengths in values, the scoring season first; none to take what is usual for the spacing */
    public Seasons(Search search, int... told) {
        this.search = search;
        this.told = told.clone();
    }

    TimeSeries of(double[] values, int usual) {
        int[] lengths = told.length > 0 ? told : new int[] {usual};
        return search == Search.NONE
                ? TimeSeries.of(values).withOnlySeasons(lengths)
                : TimeSeries.seasonal(values, lengths);
    }
}
