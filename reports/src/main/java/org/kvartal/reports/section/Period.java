package org.kvartal.reports.section;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;

/** Days from the first to the last, both included, under the name that readers know them by. */
public record Period(Text name, LocalDate from, LocalDate to) {

    /** The last months up to a day, its own month included. */
    public static Period lastMonths(int count, LocalDate to) {
        YearMonth first = YearMonth.from(to).minusMonths(count - 1L);
        return named(first.atDay(1), to);
    }

    /** The last months that are over on a day. */
    public static Period completeMonths(int count, LocalDate day) {
        YearMonth last = YearMonth.from(day.plusDays(1)).minusMonths(1);
        return named(last.minusMonths(count - 1L).atDay(1), last.atEndOfMonth());
    }

    /** All days of a quarter. */
    public static Period of(FiscalQuarter quarter) {
        return new Period(name(quarter), quarter.firstDay(), quarter.lastDay());
    }

    /** As in {@code Q3 2026}. */
    public static Text name(FiscalQuarter quarter) {
        return Text.of("Q{0} {1}", Span.digits(quarter.number()), Span.digits(quarter.year()));
    }

    /** Any days. */
    public static Period days(LocalDate from, LocalDate to) {
        return new Period(Text.of("{0} to {1}", Span.day(from), Span.day(to)), from, to);
    }

    /** Named after its months, as in {@code Oct 2017 to Dec 2017}. */
    public static Period named(LocalDate from, LocalDate to) {
        return new Period(Text.of("{0} to {1}", Span.month(from), Span.month(to)), from, to);
    }

    /** As in {@code 31 Dec 2017}. */
    public static Text day(LocalDate day) {
        return Text.of("{0}", Span.day(day));
    }

    /** As in {@code Dec 2017}. */
    public static Text month(LocalDate day) {
        return Text.of("{0}", Span.month(day));
    }

    /** The column holds one of its days. */
    public String includes(String column) {
        return Condition.within(column, from, to);
    }

    /** The same days a year before. */
    public Period yearBefore() {
        return named(from.minusYears(1), to.minusYears(1));
    }

    /** Its months, the first and the last of which may be partial. */
    public List<Period> months() {
        return Stream.iterate(YearMonth.from(from), month -> !month.atDay(1).isAfter(to), month -> month.plusMonths(1))
                .map(month -> new Period(
                        Text.of("{0}", Span.shortMonth(month.atDay(1))), month.atDay(1), month.atEndOfMonth()))
                .toList();
    }
}
