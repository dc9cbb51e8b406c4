package org.kvartal.jobs.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** The days that a simulation covers, both ends included. */
record Span(LocalDate first, LocalDate last) {
    private static final int YEARS = 3;
    private static final double DAYS_OF_A_YEAR = 365.25;

    static Span endingOn(LocalDate last) {
        return new Span(last.minusYears(YEARS).plusDays(1), last);
    }

    Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }

    /** The months it touches. */
    Stream<LocalDate> months() {
        LocalDate start = first.withDayOfMonth(1);
        return Stream.iterate(start, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    /** Years from the first day; negative before it. */
    double yearsTo(LocalDate day) {
        return ChronoUnit.DAYS.between(first, day) / DAYS_OF_A_YEAR;
    }

    static LocalDate quarterEnd(LocalDate day) {
        int lastMonth = (day.getMonthValue() + 2) / 3 * 3;
        return YearMonth.of(day.getYear(), lastMonth).atEndOfMonth();
    }

    static LocalDate monthEnd(LocalDate day) {
        return YearMonth.from(day).atEndOfMonth();
    }
}
