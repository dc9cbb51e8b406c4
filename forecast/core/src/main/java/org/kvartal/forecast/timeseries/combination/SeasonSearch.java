package org.kvartal.forecast.timeseries.combination;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.Autocorrelation;

/**
 * The seasons that a series is modelled with where the first one named, which scores are scaled by, is none.
 *
 * <pre>
 *   1, then others   a season up to 24 if the test of {@link Autocorrelation} finds it in the changes from value to value;
 *                    longer ones as named, since the weights of {@link LongSeasons} judge them
 *   1 alone          52, the weeks of a year, if the test finds it
 * </pre>
 *
 * Weekly series of M4 are scored without season and have the year: 119 of them have an OWA of 0.90 without it, 0.71 with
 * it and with this search. Changes are tested because a trend makes values alike at any distance.
 */
final class SeasonSearch {
    private static final int WEEKS_OF_YEAR = 52;

    private SeasonSearch() {}

    /** The complete series with the seasons to model it by, the shortest first. */
    static TimeSeries shown(TimeSeries complete) {
        if (complete.season() > 1) {
            return complete;
        }
        int[] named = Arrays.stream(complete.seasons()).filter(m -> m > 1).toArray();
        if (named.length == 0) {
            return hasYearOfWeeks(complete) ? complete.withSeasons(1, WEEKS_OF_YEAR) : complete;
        }
        double[] changes = changes(complete);
        int[] found = Arrays.stream(named)
                .filter(m -> m > LongSeasons.LONGEST_ORDINARY || Autocorrelation.isSeasonal(changes, m))
                .sorted()
                .toArray();
        return found.length > 0 && found[0] <= LongSeasons.LONGEST_ORDINARY
                ? complete.withSeasons(found)
                : complete.withSeasons(
                        IntStream.concat(IntStream.of(1), Arrays.stream(found)).toArray());
    }

    private static boolean hasYearOfWeeks(TimeSeries complete) {
        return !complete.hasOnlyNamedSeasons() && Autocorrelation.isSeasonal(changes(complete), WEEKS_OF_YEAR);
    }

    private static double[] changes(TimeSeries complete) {
        return IntStream.range(1, complete.length())
                .mapToDouble(t -> complete.value(t) - complete.value(t - 1))
                .toArray();
    }
}
