package org.kvartal.forecast.timeseries.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * Days that share one effect, as all Christmas days.
 *
 * @param name of the regressor
 * @param days every day of the past and of the time to forecast
 */
public record Holiday(String name, Set<LocalDate> days) {
    public Holiday {
        days = Set.copyOf(days);
    }
}
