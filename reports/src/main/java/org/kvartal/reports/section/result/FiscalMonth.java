package org.kvartal.reports.section.result;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.FiscalYear;
import org.kvartal.ingest.model.MonthYears;
import org.kvartal.ingest.model.PersianYears;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Period;

/**
 * A month as the fiscal calendar counts it.
 *
 * @param number 1 to 12
 */
record FiscalMonth(FiscalCalendar calendar, FiscalYear year, int number) {

    static FiscalMonth of(LocalDate day, FiscalCalendar calendar) {
        FiscalYear year = calendar.yearOf(day);
        return new FiscalMonth(calendar, year, year.monthOf(day));
    }

    /** The months up to a day's own, oldest first. */
    static List<FiscalMonth> upTo(LocalDate day, LocalDate first, int most, FiscalCalendar calendar) {
        List<FiscalMonth> latestFirst = Stream.iterate(of(day, calendar), FiscalMonth::previous)
                .limit(most)
                .takeWhile(month -> !month.days().to().isBefore(first))
                .toList();
        return Stream.iterate(latestFirst.size() - 1, i -> i >= 0, i -> i - 1)
                .map(latestFirst::get)
                .toList();
    }

    private FiscalMonth previous() {
        return number > 1
                ? new FiscalMonth(calendar, year, number - 1)
                : new FiscalMonth(calendar, calendar.year(year.number() - 1), FiscalYear.MONTHS);
    }

    FiscalMonth yearBefore() {
        return new FiscalMonth(calendar, calendar.year(year.number() - 1), number);
    }

    /** Its days, under a name that fits below a column. */
    Period days() {
        LocalDate from = year.firstDayOf(number);
        return new Period(
                Text.of("{0}", isCivil() ? Span.shortMonth(from) : other(from)), from, year.lastDayOf(number));
    }

    /** As a sentence names it. */
    Text name() {
        return isCivil() ? Period.month(year.firstDayOf(number)) : days().name();
    }

    private boolean isCivil() {
        return calendar.years() instanceof MonthYears;
    }

    /** Months of the solar year by their names, those of weeks by number and fiscal year. */
    private Span other(LocalDate from) {
        return calendar.years() instanceof PersianYears
                ? Span.solarMonth(from)
                : Text.of("M{0} {1}", Span.digits(number), Span.digits(year.number()));
    }
}
