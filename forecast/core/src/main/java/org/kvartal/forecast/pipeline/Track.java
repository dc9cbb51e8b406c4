package org.kvartal.forecast.pipeline;

import java.util.List;

/**
 * What is known of a deal over time, as numbers. Days count from the epoch; names are numbered by the {@link Vocabulary}.
 *
 * @param created day of creation
 * @param end day of closing, or the as-of day of a deal that is open
 * @param stage number of the stage
 * @param owner number of the owner
 * @param amount logarithm of the amount
 * @param promise promised day of closing
 * @param touched day of the last change of any field
 * @param pushes a value that moves whenever the promise is put off
 * @param attributes readings of the attributes, in their order
 */
record Track(
        String id,
        Outcome outcome,
        int created,
        int end,
        Timeline stage,
        Timeline owner,
        Timeline amount,
        Timeline promise,
        Timeline touched,
        Timeline pushes,
        Attributes.Readings attributes,
        Timeline accountWins) {

    /** A deal of which nothing is known but the day of its creation. */
    static Track unknown(int created) {
        Timeline nothing = Timeline.constant(created, Timeline.UNKNOWN);
        Timeline none = Timeline.constant(created, 0);
        return new Track(
                "",
                Outcome.OPEN,
                created,
                created,
                none,
                none,
                nothing,
                nothing,
                none,
                none,
                Attributes.Readings.NONE,
                none);
    }

    /** The day on which the first deal was closed: those closed before it are not on record. */
    static int firstEnd(List<Track> tracks, int asOf) {
        return tracks.stream()
                .filter(track -> track.isWon() || track.isLost())
                .mapToInt(Track::end)
                .min()
                .orElse(asOf);
    }

    boolean isWon() {
        return outcome == Outcome.WON;
    }

    boolean isLost() {
        return outcome == Outcome.LOST;
    }

    static int createdDay(Deal deal) {
        return (int) deal.createdOn().orElseThrow().toEpochDay();
    }
}
