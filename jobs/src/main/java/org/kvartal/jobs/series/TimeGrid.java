package org.kvartal.jobs.series;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The points of time that a series has values at, or could have: from the first one on in equal steps.
 *
 * <p>Months keep their day: that of all points where they agree, the end of the month where all points are ends of months or
 * close to them, else that of the last point. A day that a month lacks is its last one.
 */
final class TimeGrid {
    private static final int END_OF_MONTH = 31;
    private static final int LAST_DAYS = 4;
    private static final int WORKDAYS_OF_WEEK = 5;

    /** Days from the first Monday of the epoch's week to the epoch, a Thursday. */
    private static final int MONDAY = 3;

    private final Spacing spacing;
    private final long first;
    private final int day;

    /** @param times ascending, at least one */
    TimeGrid(Spacing spacing, long[] times) {
        this.spacing = spacing;
        this.first = times[0];
        this.day = spacing.unit() == Spacing.Unit.MONTH ? dayOfMonth(times) : 0;
    }

    static boolean isWeekend(long time) {
        return weekday(time) >= WORKDAYS_OF_WEEK;
    }

    /** From Monday, 0. */
    private static int weekday(long time) {
        return (int) Math.floorMod(Math.floorDiv(time, TimeForm.DAY) + MONDAY, 7L);
    }

    /** Whether all points are on the same day of their months, or all at the ends. */
    static boolean shareTheirDay(long[] times) {
        return isOn(END_OF_MONTH, times) || isOn(latestDay(times), times);
    }

    private static boolean isOn(int day, long[] times) {
        return Arrays.stream(times)
                .mapToObj(Spacing::date)
                .allMatch(date -> date.getDayOfMonth() == Math.min(day, date.lengthOfMonth()));
    }

    private static int latestDay(long[] times) {
        return Arrays.stream(times)
                .mapToInt(time -> Spacing.date(time).getDayOfMonth())
                .max()
                .orElseThrow();
    }

    private static int dayOfMonth(long[] times) {
        boolean areLast = Arrays.stream(times)
                .mapToObj(Spacing::date)
                .allMatch(date -> date.lengthOfMonth() - date.getDayOfMonth() < LAST_DAYS);
        boolean areEnds = isOn(END_OF_MONTH, times);
        int latest = latestDay(times);
        if (areEnds || areLast && !isOn(latest, times)) {
            return END_OF_MONTH;
        }
        return isOn(latest, times)
                ? latest
                : Spacing.date(times[times.length - 1]).getDayOfMonth();
    }

    /** The place of a point on the grid, from 0; -1 if it lies beside the grid. */
    long place(long time) {
        return switch (spacing.unit()) {
            case NUMBER, MICROSECOND -> steps(time - first);
            case WORKDAY ->
                isWeekend(time) || Math.floorMod(time - first, TimeForm.DAY) != 0 ? -1 : workday(time) - workday(first);
            case MONTH -> steps(Spacing.month(Spacing.date(time)) - Spacing.month(Spacing.date(first)));
        };
    }

    private long steps(long distance) {
        return distance % spacing.step() == 0 ? distance / spacing.step() : -1;
    }

    private static long workday(long time) {
        long days = Math.floorDiv(time, TimeForm.DAY) + MONDAY;
        return Math.floorDiv(days, 7L) * WORKDAYS_OF_WEEK + weekday(time);
    }

    /** The point at a place. */
    long at(long place) {
        return switch (spacing.unit()) {
            case NUMBER, MICROSECOND -> first + place * spacing.step();
            case WORKDAY -> ofWorkday(workday(first) + place);
            case MONTH -> ofMonth(Spacing.month(Spacing.date(first)) + place * spacing.step());
        };
    }

    private long ofWorkday(long workday) {
        long day = Math.floorDiv(workday, (long) WORKDAYS_OF_WEEK) * 7
                + Math.floorMod(workday, (long) WORKDAYS_OF_WEEK)
                - MONDAY;
        return day * TimeForm.DAY + Math.floorMod(first, TimeForm.DAY);
    }

    private long ofMonth(long month) {
        LocalDate start = LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
        LocalDate date = start.withDayOfMonth(Math.min(day, start.lengthOfMonth()));
        return date.toEpochDay() * TimeForm.DAY + Math.floorMod(first, TimeForm.DAY);
    }

    Spacing spacing() {
        return spacing;
    }
}
