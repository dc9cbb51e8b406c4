package org.kvartal.ingest.model;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Years of twelve civil months. A year has the number of the civil year in which it ends.
 *
 * @param firstMonth the month the year starts with, 1 to 12
 */
public record MonthYears(int firstMonth) implements FiscalYears {

    public MonthYears {
        if (firstMonth < 1 || firstMonth > 12) {
            throw new IllegalArgumentException("Invalid first month " + firstMonth + ": must be from 1 to 12");
        }
    }

    @Override
    public FiscalYear year(int number) {
        LocalDate first = LocalDate.of(firstMonth == 1 ? number : number - 1, firstMonth, 1);
        List<LocalDate> starts = IntStream.range(0, FiscalYear.MONTHS)
                .mapToObj(first::plusMonths)
                .toList();
        return new FiscalYear(number, starts, first.plusYears(1).minusDays(1));
    }

    @Override
    public int yearsBehind() {
        return 0;
    }

    @Override
    public String description() {
        return "fiscal year from " + Month.of(firstMonth).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
