package org.kvartal.forecast.pipeline.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One day with all that hazards ask about it.
 *
 * @param number days since 1970-01-01
 * @param quarter number of the calendar quarter, growing by one
 * @param years years since the start of 2020, for trends
 */
record Day(
        int number, boolean isWorking, int month, int quarter, int daysToMonthEnd, int daysToQuarterEnd, double years) {
    private static final int TREND_START = (int) LocalDate.of(2020, 1, 1).toEpochDay();

    private static final int FIRST = (int) LocalDate.of(2019, 1, 1).toEpochDay();
    private static final List<Day> DAYS =
            IntStream.range(FIRST, FIRST + 15 * 366).mapToObj(Day::made).toList();

    /** A day from 2019 to 2033. */
    static Day of(int number) {
        return DAYS.get(number - FIRST);
    }

    private static Day made(int number) {
        LocalDate date = LocalDate.ofEpochDay(number);
        DayOfWeek weekday = date.getDayOfWeek();
        int quarter = date.get(IsoFields.QUARTER_OF_YEAR);
        int daysToQuarterEnd = date.lengthOfMonth() - date.getDayOfMonth();
        for (int month = date.getMonthValue() + 1; month <= 3 * quarter; month++) {
            daysToQuarterEnd += date.withDayOfMonth(1).withMonth(month).lengthOfMonth();
        }
        return new Day(
                number,
                weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY,
                date.getMonthValue(),
                4 * date.getYear() + quarter,
                date.lengthOfMonth() - date.getDayOfMonth(),
                daysToQuarterEnd,
                (number - TREND_START) / 365.25);
    }
}
