package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.SortedSet;

/**
 * The periods of a panel as whole numbers, and back: what time means in it. Dates that have the day of the month in common,
 * or all are last days of months, are months, quarters or years; dates whole weeks apart are weeks; others are days.
 */
final class PeriodScale {
    private static final int MONTHS_OF_YEAR = 12;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int DAYS_OF_WEEK = 7;

    /** The unit of the numbers. */
    private enum Unit {
        NUMBER,
        MONTH,
        DAY
    }

    private final Unit unit;
    private final LocalDate origin;
    private final boolean endsMonths;
    private final int step;

    private PeriodScale(Unit unit, LocalDate origin, boolean endsMonths, int step) {
        this.unit = unit;
        this.origin = origin;
        this.endsMonths = endsMonths;
        this.step = step;
    }

    /** Times that are numbers stay what they are. */
    static PeriodScale ofNumbers() {
        return new PeriodScale(Unit.NUMBER, LocalDate.EPOCH, false, 1);
    }

    /** @param dates of the periods, at least one */
    static PeriodScale of(SortedSet<LocalDate> dates) {
        LocalDate origin = dates.first();
        boolean endsMonths = dates.stream().allMatch(date -> date.getDayOfMonth() == date.lengthOfMonth());
        boolean hasOneDay = dates.stream().allMatch(date -> date.getDayOfMonth() == origin.getDayOfMonth());
        if (endsMonths || hasOneDay) {
            return new PeriodScale(Unit.MONTH, origin, endsMonths, stepOfMonths(dates));
        }
        boolean areWeeks = dates.stream().allMatch(date -> ChronoUnit.DAYS.between(origin, date) % DAYS_OF_WEEK == 0);
        return new PeriodScale(Unit.DAY, origin, false, areWeeks ? DAYS_OF_WEEK : 1);
    }

    private static int stepOfMonths(SortedSet<LocalDate> dates) {
        for (int step : new int[] {MONTHS_OF_YEAR, MONTHS_OF_QUARTER}) {
            if (dates.size() > 1
                    && dates.stream().allMatch(date -> (months(date) - months(dates.first())) % step == 0)) {
                return step;
            }
        }
        return 1;
    }

    private static long months(LocalDate date) {
        return date.getYear() * (long) MONTHS_OF_YEAR + date.getMonthValue();
    }

    /** The number of the period that holds a date; the period of the first date is 0. */
    long number(LocalDate date) {
        return switch (unit) {
            case NUMBER -> date.toEpochDay();
            // A period named by its last day holds the months before it, one named by its first the months behind it.
            case MONTH ->
                endsMonths
                        ? -Math.floorDiv(months(origin) - months(date), (long) step)
                        : Math.floorDiv(months(date) - months(origin), (long) step);
            case DAY -> Math.floorDiv(ChronoUnit.DAYS.between(origin, date), (long) step);
        };
    }

    /** What the file calls the period. */
    String name(long number) {
        return switch (unit) {
            case NUMBER -> Long.toString(number);
            case MONTH -> monthOf(number).toString();
            case DAY -> origin.plusDays(number * step).toString();
        };
    }

    private LocalDate monthOf(long number) {
        LocalDate date = origin.plusMonths(number * step);
        return endsMonths ? date.withDayOfMonth(date.lengthOfMonth()) : date;
    }
}
