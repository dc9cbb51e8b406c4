package org.kvartal.jobs.series;

import java.util.Arrays;
import java.util.stream.IntStream;
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
                : TimeSeries.seasonal(values, withUsual(lengths, usual));
    }

    /** Weekly dates have the year though the user names no season, so that scores are scaled without one. */
    private static int[] withUsual(int[] lengths, int usual) {
        return Arrays.stream(lengths).allMatch(length -> length < usual && usual % length == 0)
                ? IntStream.concat(Arrays.stream(lengths), IntStream.of(usual)).toArray()
                : lengths;
    }
}
