package org.kvartal.ingest.model;

import java.time.LocalDate;

/**
 * Three months of a fiscal year.
 *
 * @param year the fiscal year, named after the calendar year in which it ends
 * @param number 1 to 4
 */
public record FiscalQuarter(int year, int number, LocalDate firstDay, LocalDate lastDay) {

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
        LocalDate start = firstDay.plusMonths(3L * quarters);
        return new FiscalQuarter(
                Math.floorDiv(index, 4),
                Math.floorMod(index, 4) + 1,
                start,
                start.plusMonths(3).minusDays(1));
    }

    /** As in {@code Q3 2026}. */
    @Override
    public String toString() {
        return "Q" + number + " " + year;
    }
}
