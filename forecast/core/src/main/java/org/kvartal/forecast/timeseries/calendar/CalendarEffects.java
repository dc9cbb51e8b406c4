package org.kvartal.forecast.timeseries.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.kvartal.forecast.timeseries.regression.KnownRegressors;

/**
 * Calendar effects as regressors of a series, for its past and its future.
 *
 * <p>Each column counts days of a period; in hourly series a period counts as a full day of its date. A column that a
 * frequency makes constant, as the length of weeks, is not made.
 *
 * @param effects in any order
 * @param holidays one column each: days of the period that are among them
 */
public record CalendarEffects(Set<CalendarEffect> effects, List<Holiday> holidays) {
    private static final int EASTER_DAYS = 8;

    public CalendarEffects {
        effects = effects.isEmpty() ? Set.of() : Set.copyOf(effects);
        holidays = List.copyOf(holidays);
    }

    /** The effects a frequency usually has; AICc sorts out those that a series has not. */
    public static CalendarEffects usual(Frequency frequency, List<Holiday> holidays) {
        return new CalendarEffects(
                switch (frequency) {
                    case HOURLY, DAILY ->
                        EnumSet.of(CalendarEffect.WEEKDAYS, CalendarEffect.EASTER, CalendarEffect.MONTH_END);
                    case WEEKLY ->
                        EnumSet.of(CalendarEffect.WORKING_DAYS, CalendarEffect.EASTER, CalendarEffect.MONTH_END);
                    case MONTHLY ->
                        EnumSet.of(CalendarEffect.WORKING_DAYS, CalendarEffect.LEAP_YEAR, CalendarEffect.EASTER);
                    case QUARTERLY -> EnumSet.of(CalendarEffect.WORKING_DAYS, CalendarEffect.EASTER);
                },
                holidays);
    }

    /**
     * The columns of a series whose first value stands for the period that begins at {@code first}.
     *
     * @param length number of past values
     */
    public KnownRegressors regressors(LocalDateTime first, Frequency frequency, int length, int horizon) {
        List<CalendarEffect> ordered = effects.stream()
                .sorted()
                .filter(effect -> varies(effect, frequency))
                .toList();
        List<String> names = new ArrayList<>();
        ordered.forEach(effect -> addNames(effect, names));
        holidays.forEach(holiday -> names.add(holiday.name()));
        double[][] rows = new double[length + horizon][];
        for (int t = 0; t < rows.length; t++) {
            LocalDate from = frequency.after(first, t).toLocalDate();
            LocalDate to = frequency.after(first, t + 1L).toLocalDate();
            rows[t] = row(ordered, from, frequency == Frequency.HOURLY ? from.plusDays(1) : to);
        }
        return KnownRegressors.of(names, Arrays.copyOf(rows, length), Arrays.copyOfRange(rows, length, rows.length));
    }

    private static boolean varies(CalendarEffect effect, Frequency frequency) {
        return switch (effect) {
            case LENGTH, LEAP_YEAR -> frequency == Frequency.MONTHLY || frequency == Frequency.QUARTERLY;
            case WEEKDAYS -> frequency != Frequency.WEEKLY;
            case MONTH_END -> frequency != Frequency.MONTHLY && frequency != Frequency.QUARTERLY;
            case WORKING_DAYS, EASTER -> true;
        };
    }

    private static void addNames(CalendarEffect effect, List<String> names) {
        if (effect == CalendarEffect.WEEKDAYS) {
            for (DayOfWeek day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY)) {
                names.add(day.name().toLowerCase(Locale.ROOT));
            }
        } else {
            names.add(effect.name().toLowerCase(Locale.ROOT));
        }
    }

    private double[] row(List<CalendarEffect> ordered, LocalDate from, LocalDate to) {
        List<Double> row = new ArrayList<>();
        for (CalendarEffect effect : ordered) {
            switch (effect) {
                case WEEKDAYS -> addWeekdays(from, to, row);
                case WORKING_DAYS -> row.add((double) count(from, to, this::isWorkingDay));
                case LEAP_YEAR -> row.add(leapYear(from, to));
                case LENGTH -> row.add((double) ChronoUnit.DAYS.between(from, to));
                case EASTER -> row.add(easter(from, to));
                case MONTH_END -> row.add((double) count(from, to, day -> day.getDayOfMonth() == day.lengthOfMonth()));
            }
        }
        for (Holiday holiday : holidays) {
            row.add((double) count(from, to, holiday.days()::contains));
        }
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static long count(LocalDate from, LocalDate to, Predicate<LocalDate> condition) {
        return from.datesUntil(to).filter(condition).count();
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && holidays.stream().noneMatch(holiday -> holiday.days().contains(day));
    }

    private static void addWeekdays(LocalDate from, LocalDate to, List<Double> row) {
        int[] counts = new int[DayOfWeek.values().length];
        from.datesUntil(to).forEach(day -> counts[day.getDayOfWeek().ordinal()]++);
        int sundays = counts[DayOfWeek.SUNDAY.ordinal()];
        for (int i = 0; i < DayOfWeek.SUNDAY.ordinal(); i++) {
            row.add((double) counts[i] - sundays);
        }
    }

    private static double leapYear(LocalDate from, LocalDate to) {
        LocalDate afterFebruary = LocalDate.of(from.getYear(), Month.MARCH, 1);
        boolean endsHere = afterFebruary.isAfter(from) && !afterFebruary.isAfter(to);
        return !endsHere ? 0 : Year.isLeap(from.getYear()) ? 0.75 : -0.25;
    }

    private static double easter(LocalDate from, LocalDate to) {
        LocalDate sunday = Easter.sunday(to.minusDays(1).getYear());
        long inside = sunday.minusDays(EASTER_DAYS)
                .datesUntil(sunday)
                .filter(day -> !day.isBefore(from) && day.isBefore(to))
                .count();
        return (double) inside / EASTER_DAYS;
    }
}
