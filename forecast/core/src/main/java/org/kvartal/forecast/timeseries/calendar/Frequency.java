package org.kvartal.forecast.timeseries.calendar;

import java.time.LocalDateTime;

/** How far the values of a series are apart. */
public enum Frequency {
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY;

    /** The start of the period that follows {@code first} by {@code count} periods. */
    public LocalDateTime after(LocalDateTime first, long count) {
        return switch (this) {
            case HOURLY -> first.plusHours(count);
            case DAILY -> first.plusDays(count);
            case WEEKLY -> first.plusWeeks(count);
            case MONTHLY -> first.plusMonths(count);
            case QUARTERLY -> first.plusMonths(3 * count);
        };
    }
}
