package org.kvartal.ingest.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Fiscal years with their quarters of three months, and which day is compared with which. */
public record FiscalCalendar(FiscalYears years) {

    /** Of civil months. @param firstMonth the month the year starts with, 1 to 12 */
    public FiscalCalendar(int firstMonth) {
        this(new MonthYears(firstMonth));
    }

    public FiscalYear year(int number) {
        return years.year(number);
    }

    public FiscalYear yearOf(LocalDate day) {
        int number = day.getYear() - years.yearsBehind();
        if (day.isAfter(year(number).lastDay())) {
            return year(number + 1);
        }
        return day.isBefore(year(number).firstDay()) ? year(number - 1) : year(number);
    }

    public FiscalQuarter quarterOf(LocalDate day) {
        FiscalYear year = yearOf(day);
        return new FiscalQuarter(this, year.number(), (year.monthOf(day) + 2) / 3);
    }

    /** The day as far into the same month of the year before; the month's last day when that month is shorter. */
    public LocalDate yearBefore(LocalDate day) {
        FiscalYear year = yearOf(day);
        int month = year.monthOf(day);
        FiscalYear before = year(year.number() - 1);
        long offset = ChronoUnit.DAYS.between(year.firstDayOf(month), day);
        return earlier(before.firstDayOf(month).plusDays(offset), before.lastDayOf(month));
    }

    /** The day as far into the quarter before; that quarter's last day when it is shorter. */
    public LocalDate quarterBefore(LocalDate day) {
        FiscalQuarter quarter = quarterOf(day);
        FiscalQuarter before = quarter.previous();
        long offset = ChronoUnit.DAYS.between(quarter.firstDay(), day);
        return earlier(before.firstDay().plusDays(offset), before.lastDay());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** In a few words: "fiscal year from January". */
    public String description() {
        return years.description();
    }
}
