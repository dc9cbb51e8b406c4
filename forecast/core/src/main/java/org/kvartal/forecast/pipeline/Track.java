package org.kvartal.forecast.pipeline;

import java.time.LocalDate;

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
        return dated(Outcome.OPEN, created, created);
    }

    /** A deal of which nothing is known but its days and how it ended. */
    static Track dated(Outcome outcome, int created, int end) {
        Timeline nothing = Timeline.constant(created, Timeline.UNKNOWN);
        Timeline none = Timeline.constant(created, 0);
        return new Track(
                "", outcome, created, end, none, none, nothing, nothing, none, none, Attributes.Readings.NONE, none);
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

    /** Day of closing, or the as-of day of a deal that is open. */
    static int endDay(Deal deal, int asOf) {
        int end = deal.closedOn().map(LocalDate::toEpochDay).orElse((long) asOf).intValue();
        return Math.max(createdDay(deal), end);
    }
}
