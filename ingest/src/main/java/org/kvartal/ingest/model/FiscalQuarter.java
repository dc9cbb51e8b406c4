package org.kvartal.ingest.model;

import java.time.LocalDate;

/**
 * Three months of a fiscal year.
 *
 * @param year the fiscal year, by the number that its calendar gives it
 * @param number 1 to 4
 */
public record FiscalQuarter(FiscalCalendar calendar, int year, int number) {

    public LocalDate firstDay() {
        return calendar.year(year).firstDayOf(3 * number - 2);
    }

    public LocalDate lastDay() {
        return calendar.year(year).lastDayOf(3 * number);
    }

    public FiscalQuarter previous() {
        return shifted(-1);
    }

    public FiscalQuarter next() {
        return shifted(1);
    }

    /** The same quarter of the year before. */
    public FiscalQuarter lastYear() {
        return shifted(-4);
    }

    private FiscalQuarter shifted(int quarters) {
        int index = year * 4 + number - 1 + quarters;
        return new FiscalQuarter(calendar, Math.floorDiv(index, 4), Math.floorMod(index, 4) + 1);
    }

    /** As in {@code Q3 2026}. */
    @Override
    public String toString() {
        return "Q" + number + " " + year;
    }
}
