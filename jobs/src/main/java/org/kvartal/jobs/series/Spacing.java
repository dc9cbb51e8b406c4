package org.kvartal.jobs.series;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far the values of a series are apart.
 *
 * @param step in the unit, at least 1
 */
record Spacing(Unit unit, long step) {
    static final long HOUR = TimeForm.DAY / 24;

    private static final long WEEK = 7 * TimeForm.DAY;
    private static final long MINUTE = HOUR / 60;
    private static final int MONTHS_OF_YEAR = 12;
    private static final List<Spacing> USUAL = List.of(
            micros(MINUTE),
            micros(5 * MINUTE),
            micros(10 * MINUTE),
            micros(15 * MINUTE),
            micros(30 * MINUTE),
            micros(HOUR),
            micros(TimeForm.DAY),
            micros(WEEK),
            workdays(),
            months(1),
            months(3),
            months(MONTHS_OF_YEAR));

    /** So many days without one on a weekend are no chance. */
    private static final int MANY_DAYS = 20;

    private static final int SHORTEST_MONTH = 26;
    private static final int LONGEST_MONTH = 35;

    /** What steps are counted in. */
    enum Unit {
        NUMBER,
        MICROSECOND,
        WORKDAY,
        MONTH
    }

    static Spacing numbers(long step) {
        return new Spacing(Unit.NUMBER, step);
    }

    static Spacing micros(long step) {
        return new Spacing(Unit.MICROSECOND, step);
    }

    static Spacing workdays() {
        return new Spacing(Unit.WORKDAY, 1);
    }

    static Spacing months(long step) {
        return new Spacing(Unit.MONTH, step);
    }

    /**
     * The spacing that points of time show by themselves: months where there is one point in a month, on the same day of
     * each or about a month apart; days from Monday to Friday where many days hold no weekend; else the greatest step that
     * leads to all of them. One point shows none.
     *
     * @param times ascending, no two alike
     */
    static Optional<Spacing> shownBy(long[] times, TimeForm.Kind kind) {
        if (times.length < 2) {
            return Optional.empty();
        }
        if (kind == TimeForm.Kind.NUMBER) {
            return Optional.of(numbers(commonStep(times)));
        }
        if (areMonthly(times)) {
            return Optional.of(months(commonStep(
                    Arrays.stream(times).map(time -> month(date(time))).toArray())));
        }
        long step = commonStep(times);
        boolean isDaily = step == TimeForm.DAY && times.length >= MANY_DAYS;
        return Optional.of(isDaily && Arrays.stream(times).noneMatch(TimeGrid::isWeekend) ? workdays() : micros(step));
    }

    private static long commonStep(long[] times) {
        long step = 0;
        for (int i = 1; i < times.length && step != 1; i++) {
            step = divisor(times[i] - times[i - 1], step);
        }
        return step;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    private static boolean areMonthly(long[] times) {
        boolean isMonthLong = true;
        for (int i = 1; i < times.length; i++) {
            long months = month(date(times[i])) - month(date(times[i - 1]));
            long days = ChronoUnit.DAYS.between(date(times[i - 1]), date(times[i]));
            if (months == 0 || Math.floorMod(times[i] - times[0], TimeForm.DAY) != 0) {
                return false;
            }
            isMonthLong = isMonthLong && days >= SHORTEST_MONTH * months && days <= LONGEST_MONTH * months;
        }
        return TimeGrid.shareTheirDay(times) || isMonthLong && times.length > MONTHS_OF_YEAR / 2;
    }

    static LocalDate date(long micros) {
        return LocalDate.ofEpochDay(Math.floorDiv(micros, TimeForm.DAY));
    }

    static long month(LocalDate date) {
        return date.getYear() * (long) MONTHS_OF_YEAR + date.getMonthValue() - 1;
    }

    /** Whether series have this spacing so often that one with few values may be taken to have it. */
    boolean isUsual() {
        return USUAL.contains(this);
    }

    /** The length of the season that series of this spacing have as a rule; 1 for none. */
    int season() {
        return switch (unit) {
            case NUMBER -> 1;
            case WORKDAY -> 5;
            case MONTH -> MONTHS_OF_YEAR % step == 0 ? (int) (MONTHS_OF_YEAR / step) : 1;
            case MICROSECOND -> ofTime();
        };
    }

    private int ofTime() {
        if (step % WEEK == 0) {
            return (int) Math.max(1, 52 * WEEK / step);
        }
        if (step % TimeForm.DAY == 0) {
            return WEEK % step == 0 ? (int) (WEEK / step) : 1;
        }
        return TimeForm.DAY % step == 0 && step >= MINUTE ? (int) (TimeForm.DAY / step) : 1;
    }

    @Override
    public String toString() {
        return switch (unit) {
            case NUMBER -> "steps of " + step;
            case WORKDAY -> "days from Monday to Friday";
            case MONTH -> step + (step == 1 ? " month" : " months");
            case MICROSECOND ->
                step % TimeForm.DAY == 0
                        ? step / TimeForm.DAY + (step == TimeForm.DAY ? " day" : " days")
                        : step / 1e6 + " seconds";
        };
    }
}
