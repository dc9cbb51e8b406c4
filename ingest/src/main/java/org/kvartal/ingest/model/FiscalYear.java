package org.kvartal.ingest.model;

import java.time.LocalDate;
import java.util.List;

/**
 * The twelve months of a fiscal year, without gaps. What the year calls a month need not be one of the civil calendar.
 *
 * @param number by which the year is known
 * @param monthStarts first days of its months
 */
public record FiscalYear(int number, List<LocalDate> monthStarts, LocalDate lastDay) {
    public static final int MONTHS = 12;

    public FiscalYear {
        monthStarts = List.copyOf(monthStarts);
        if (monthStarts.size() != MONTHS) {
            throw new IllegalArgumentException(
                    "Invalid fiscal year " + number + ": it has " + monthStarts.size() + " months, not " + MONTHS);
        }
    }

    public LocalDate firstDay() {
        return monthStarts.get(0);
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay);
    }

    /** @param month 1 to 12 */
    public LocalDate firstDayOf(int month) {
        return monthStarts.get(month - 1);
    }

    /** @param month 1 to 12 */
    public LocalDate lastDayOf(int month) {
        return month == MONTHS ? lastDay : monthStarts.get(month).minusDays(1);
    }

    /** The month that a day of the year lies in, 1 to 12. */
    public int monthOf(LocalDate day) {
        return (int) monthStarts.stream().filter(start -> !start.isAfter(day)).count();
    }
}
