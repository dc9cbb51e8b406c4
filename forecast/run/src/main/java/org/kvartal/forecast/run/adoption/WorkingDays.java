package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

/**
 * The days on which the company works: those of the calendars, where at least one calls them working days; else those that
 * look like it. A day of the week is free when on average a quarter as many persons are seen on it as on the busiest, and so
 * is a day on which a quarter as many are seen as on the usual of the three weeks around it, unless it is one of more than
 * five in a row: that is no holiday but an end of use.
 */
final class WorkingDays {
    private static final int LONGEST_HOLIDAY = 5;
    private static final int AROUND = 10;
    private static final double FREE = 0.25;
    private static final int DAYS_OF_A_WEEK = 7;

    private final UseLog log;
    private final int[] days;

    private WorkingDays(UseLog log, int[] days) {
        this.log = log;
        this.days = days;
    }

    static WorkingDays of(Lake lake, UseLog log) {
        int[] seen = new int[log.length()];
        log.persons().values().forEach(person -> person.seen.stream().forEach(day -> seen[day]++));
        Map<LocalDate, Boolean> calendar = new HashMap<>();
        for (Record row : lake.rows(CrmTables.CALENDARS)) {
            if (row.getField("day") != null && row.getField("working") != null) {
                calendar.merge((LocalDate) row.getField("day"), (Boolean) row.getField("working"), Boolean::logicalOr);
            }
        }
        boolean[] weekdays = weekdays(log, seen);
        List<Integer> candidates = new ArrayList<>();
        for (int day = log.firstTrace(); day < log.length(); day++) {
            LocalDate date = log.date(day);
            if (calendar.getOrDefault(date, weekdays[date.getDayOfWeek().ordinal()])) {
                candidates.add(day);
            }
        }
        int[] days = candidates.stream().mapToInt(Integer::intValue).toArray();
        return new WorkingDays(log, withoutHolidays(days, seen));
    }

    private static boolean[] weekdays(UseLog log, int[] seen) {
        double[] sums = new double[DAYS_OF_A_WEEK];
        for (int day = log.firstTrace(); day < log.length(); day++) {
            sums[log.date(day).getDayOfWeek().ordinal()] += seen[day];
        }
        double busiest = Arrays.stream(sums).max().orElse(0);
        boolean[] works = new boolean[DAYS_OF_A_WEEK];
        for (int i = 0; i < works.length; i++) {
            works[i] = sums[i] > FREE * busiest;
        }
        return works;
    }

    private static int[] withoutHolidays(int[] days, int[] seen) {
        boolean[] isFree = new boolean[days.length];
        for (int i = 0; i < days.length; i++) {
            int[] around = Arrays.stream(days, Math.max(0, i - AROUND), Math.min(days.length, i + AROUND + 1))
                    .map(day -> seen[day])
                    .sorted()
                    .toArray();
            isFree[i] = seen[days[i]] < FREE * around[around.length / 2];
        }
        List<Integer> kept = new ArrayList<>();
        for (int from = 0; from < days.length; ) {
            int to = from;
            while (to < days.length && isFree[to] == isFree[from]) {
                to++;
            }
            for (int i = from; i < to && (!isFree[from] || to - from > LONGEST_HOLIDAY); i++) {
                kept.add(days[i]);
            }
            from = to;
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    int count() {
        return days.length;
    }

    /** Day of the log. */
    int day(int workingDay) {
        return days[workingDay];
    }

    LocalDate date(int workingDay) {
        return log.date(days[workingDay]);
    }

    /** The first working day on or after a date; the count when it has not come yet. */
    int onOrAfter(LocalDate date) {
        int at = Arrays.binarySearch(days, log.day(date));
        return at < 0 ? -at - 1 : at;
    }
}
