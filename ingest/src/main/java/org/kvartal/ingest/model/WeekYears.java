package org.kvartal.ingest.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Years of 52 or 53 whole weeks. A year ends on the same weekday near the end of the same month; it has the number of the
 * civil year of that month. The 53rd week, when there is one, belongs to the last month.
 *
 * @param lastWeekday the weekday on which every year ends
 * @param lastMonth the month at whose end a year ends
 */
public record WeekYears(DayOfWeek lastWeekday, Month lastMonth, Ending ending, Pattern pattern) implements FiscalYears {
    private static final int QUARTERS = 4;

    /** Which of the weekdays it is that a year ends on. */
    public enum Ending {
        /** The last of the month. */
        LAST,
        /** The nearest to the last day of the month, be it in the next one. */
        NEAREST
    }

    /** Weeks of the three months of a quarter. */
    public enum Pattern {
        WEEKS_4_4_5(4, 4, 5),
        WEEKS_4_5_4(4, 5, 4),
        WEEKS_5_4_4(5, 4, 4);

        private final List<Integer> weeks;

        Pattern(Integer... weeks) {
            this.weeks = List.of(weeks);
        }
    }

    @Override
    public FiscalYear year(int number) {
        List<LocalDate> starts = new ArrayList<>();
        LocalDate start = lastDay(number - 1).plusDays(1);
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            for (int weeks : pattern.weeks) {
                starts.add(start);
                start = start.plusWeeks(weeks);
            }
        }
        return new FiscalYear(number, starts, lastDay(number));
    }

    private LocalDate lastDay(int year) {
        LocalDate monthEnd = YearMonth.of(year, lastMonth).atEndOfMonth();
        LocalDate before = monthEnd.with(TemporalAdjusters.previousOrSame(lastWeekday));
        boolean nextIsNearer = ChronoUnit.DAYS.between(before, monthEnd) > 3;
        return ending == Ending.NEAREST && nextIsNearer ? before.plusWeeks(1) : before;
    }

    @Override
    public int yearsBehind() {
        return 0;
    }

    @Override
    public String description() {
        String which = ending == Ending.LAST ? "the last " : "the ";
        String where = ending == Ending.LAST ? " of " : " nearest to the end of ";
        return "fiscal year of weeks to " + which + lastWeekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + where
                + lastMonth.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
