package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.time.YearMonth;

/** Where quarters end: the clock by which deals are closed. */
@FunctionalInterface
public interface Quarters {
    /** The last day of the quarter to which a day belongs. */
    LocalDate lastDay(LocalDate day);

    /** Quarters of a year that starts with the first day of a month, from 1 to 12. */
    static Quarters ofYearStartingIn(int month) {
        return day -> {
            int past = Math.floorMod(day.getMonthValue() - month, 3);
            return YearMonth.from(day).plusMonths(2L - past).atEndOfMonth();
        };
    }
}
