package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days whose bookings are asked for, as a fiscal quarter.
 *
 * @param firstDay first day
 * @param lastDay last day, included
 */
public record BookingPeriod(LocalDate firstDay, LocalDate lastDay) {
    public BookingPeriod {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "Invalid booking period: last day %s is before first day %s".formatted(lastDay, firstDay));
        }
    }

    /** Days of the period after the end of the as-of day, which must not lie after the period. */
    int daysAfter(LocalDate asOf) {
        return Math.toIntExact(ChronoUnit.DAYS.between(asOf, lastDay));
    }
}
