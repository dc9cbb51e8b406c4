package org.kvartal.forecast.worktime;

import java.time.LocalTime;

/**
 * From when until when a team works on a day, by the clock on its wall.
 *
 * @param until the end, not included; midnight is the end of the day
 */
public record OpeningHours(LocalTime from, LocalTime until) {
    /** The whole day. */
    public static final OpeningHours ALL_DAY = new OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public OpeningHours {
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "Invalid opening hours: %s to %s, the end must be later".formatted(from, until));
        }
    }

    boolean endsAtMidnight() {
        return until.equals(LocalTime.MIDNIGHT);
    }
}
