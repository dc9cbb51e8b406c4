package org.kvartal.reports.section;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Days from the first to the last, both included, under the name that readers know them by. */
public record Period(String name, LocalDate from, LocalDate to) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM uu", Locale.ENGLISH);

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

    /** Any days. */
    public static Period days(LocalDate from, LocalDate to) {
        return new Period(day(from) + " to " + day(to), from, to);
    }

    /** Named after its months, as in {@code Oct 2017 to Dec 2017}. */
    public static Period named(LocalDate from, LocalDate to) {
        return new Period(MONTH.format(from) + " to " + MONTH.format(to), from, to);
    }

    /** As in {@code 31 Dec 2017}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** As in {@code Dec 2017}. */
    public static String month(LocalDate day) {
        return MONTH.format(day);
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
                .map(month -> new Period(SHORT_MONTH.format(month), month.atDay(1), month.atEndOfMonth()))
                .toList();
    }
}
