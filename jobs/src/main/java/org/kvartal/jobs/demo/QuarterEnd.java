package org.kvartal.jobs.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The rush. Of the sales that would be won in the last 25 days of a quarter, or in the first 12 of the next, 35 % are won in
 * its last five working days; of the others that would be won in the last 12 days of a month, 20 % in its last three.
 * Losses that would be admitted just before the end of a quarter wait until it is over, one time in four.
 */
final class QuarterEnd {
    static final double RUSH = 0.35;
    static final int RUSH_DAYS = 25;
    static final int PULLED_FROM_NEXT_DAYS = 12;
    static final int LAST_WORKING_DAYS = 5;
    static final double MONTH_RUSH = 0.2;

    private static final int MONTH_RUSH_DAYS = 12;
    private static final int MONTH_LAST_WORKING_DAYS = 3;
    private static final double LOSS_WAITS = 0.25;
    private static final int LOSS_WAITS_DAYS = 10;

    private QuarterEnd() {}

    /** The day on which a sale is won that would be won on a given day if there were no quarters. */
    static LocalDate dayOfWinning(LocalDate day, Dice dice) {
        LocalDate end = Span.quarterEnd(day);
        LocalDate previous = Span.quarterEnd(day.minusMonths(3));
        boolean rushed = dice.chance(RUSH);
        if (rushed && ChronoUnit.DAYS.between(day, end) < RUSH_DAYS) {
            return oneOfLast(LAST_WORKING_DAYS, end, dice);
        }
        if (rushed && ChronoUnit.DAYS.between(previous, day) <= PULLED_FROM_NEXT_DAYS) {
            return oneOfLast(LAST_WORKING_DAYS, previous, dice);
        }
        LocalDate monthEnd = Span.monthEnd(day);
        if (dice.chance(MONTH_RUSH) && ChronoUnit.DAYS.between(day, monthEnd) < MONTH_RUSH_DAYS) {
            return oneOfLast(MONTH_LAST_WORKING_DAYS, monthEnd, dice);
        }
        return day;
    }

    static LocalDate dayOfLosing(LocalDate day, Dice dice) {
        LocalDate end = Span.quarterEnd(day);
        boolean waits = dice.chance(LOSS_WAITS) && ChronoUnit.DAYS.between(day, end) < LOSS_WAITS_DAYS;
        return waits ? end.plusDays(dice.between(1, 8)) : day;
    }

    /** Whether a day is one of the last working days of its quarter. */
    static boolean inRush(LocalDate day) {
        return !day.isBefore(lastWorkingDay(LAST_WORKING_DAYS - 1, Span.quarterEnd(day)));
    }

    private static LocalDate oneOfLast(int workingDays, LocalDate end, Dice dice) {
        return lastWorkingDay(dice.between(0, workingDays - 1), end);
    }

    private static LocalDate lastWorkingDay(int fromBehind, LocalDate end) {
        LocalDate day = WorkCalendar.onOrBefore(end);
        for (int i = 0; i < fromBehind; i++) {
            day = WorkCalendar.onOrBefore(day.minusDays(1));
        }
        return day;
    }
}
