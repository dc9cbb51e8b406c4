package org.kvartal.ingest.model;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Quarters of a fiscal year that starts with the first day of a month.
 *
 * @param firstMonth the month the year starts with, 1 to 12
 */
public record FiscalCalendar(int firstMonth) {

    public FiscalCalendar {
        if (firstMonth < 1 || firstMonth > 12) {
            throw new IllegalArgumentException("Invalid first month " + firstMonth + ": must be from 1 to 12");
        }
    }

    public FiscalQuarter quarterOf(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        int monthOfYear = Math.floorMod(month.getMonthValue() - firstMonth, 12);
        YearMonth start = month.minusMonths(monthOfYear % 3);
        YearMonth yearStart = month.minusMonths(monthOfYear);
        // A year is named after the calendar year in which it ends.
        int year = yearStart.plusMonths(11).getYear();
        return new FiscalQuarter(
                year,
                monthOfYear / 3 + 1,
                start.atDay(1),
                start.plusMonths(3).atDay(1).minusDays(1));
    }
}
