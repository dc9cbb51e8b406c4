package org.kvartal.forecast.pipeline;

import java.util.Locale;

/**
 * How much detail the closed deals allow: the ladder from the finest hazards down to none.
 *
 * <p>100 won and 100 lost are the minimum at which a fitted win probability is trusted, and 40 closed deals the
 * minimum for anything; the products on the market ask for as many.
 */
public enum EvidenceLevel {
    EVERYTHING_ON_RECORD(1, 100, 100, 200),
    MONTHS_OF_AGE(4, 10, 0, 40),
    NONE(0, 0, 0, 0);

    private final int bandWeeks;
    private final int minWon;
    private final int minLost;
    private final int minClosed;

    EvidenceLevel(int bandWeeks, int minWon, int minLost, int minClosed) {
        this.bandWeeks = bandWeeks;
        this.minWon = minWon;
        this.minLost = minLost;
        this.minClosed = minClosed;
    }

    /** The finest level that the closed deals of a history allow. */
    static EvidenceLevel of(DealHistory history) {
        for (EvidenceLevel level : values()) {
            if (level.isMetBy(history)) {
                return level;
            }
        }
        return NONE;
    }

    boolean isMetBy(DealHistory history) {
        long won = history.count(Outcome.WON);
        long lost = history.count(Outcome.LOST);
        return won >= minWon && lost >= minLost && won + lost >= minClosed;
    }

    DealModel fit(DealHistory history) {
        return ClosingHazard.fit(history, bandWeeks);
    }

    /** One sentence: what is used, and what would have allowed more. */
    String reason(DealHistory history) {
        return switch (this) {
            case EVERYTHING_ON_RECORD ->
                "Hazards by everything on record of a deal, from %s.".formatted(counts(history));
            case MONTHS_OF_AGE ->
                "Hazards by four weeks of age: %s, %d won and %d lost needed for hazards by everything on record."
                        .formatted(counts(history), EVERYTHING_ON_RECORD.minWon, EVERYTHING_ON_RECORD.minLost);
            case NONE ->
                "Not enough data: %s, %d needed of which %d won."
                        .formatted(counts(history), MONTHS_OF_AGE.minClosed, MONTHS_OF_AGE.minWon);
        };
    }

    private static String counts(DealHistory history) {
        long won = history.count(Outcome.WON);
        long closed = won + history.count(Outcome.LOST);
        return String.format(Locale.ROOT, "%,d closed deals (%,d won)", closed, won);
    }
}
