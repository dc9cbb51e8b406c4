package org.kvartal.jobs.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** When the company works: Monday to Friday, 8:00 to 17:00 local time, but for holidays. */
final class WorkCalendar {
    /** Where the company is. A day of the demo ends when it ends here. */
    static final ZoneId ZONE = ZoneId.of("Europe/Bratislava");

    static final int DAYS_BEFORE = 400;
    static final int OPENS = 8;
    static final int CLOSES = 17;

    private static final Table WORK_DAY = Table.of("WORK_DAY", """
                    CALENDAR_KEY varchar(20) not null
                    CALENDAR_DAY date not null
                    IS_WORKING boolean not null
                    OPENS varchar(5)
                    CLOSES varchar(5)""");
    private static final int DAYS_AFTER = 1_200;
    private static final long WORKDAY_SECONDS = (CLOSES - OPENS) * 3_600L;
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 5),
            MonthDay.of(8, 29),
            MonthDay.of(11, 1),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    /** Start of each working day, in seconds of the epoch. */
    private final long[] openings;

    private WorkCalendar(LocalDate from, LocalDate to) {
        openings = from.datesUntil(to)
                .filter(WorkCalendar::works)
                .mapToLong(day -> moment(day, OPENS).getEpochSecond())
                .toArray();
    }

    static WorkCalendar around(Span span) {
        return new WorkCalendar(
                span.first().minusDays(DAYS_BEFORE + 30), span.last().plusDays(DAYS_AFTER));
    }

    static boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day));
    }

    /** An hour of a day, as 8.5 for half past eight, local time. */
    static Instant moment(LocalDate day, double hour) {
        LocalTime time = LocalTime.ofSecondOfDay((long) (hour * 3_600));
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    static Instant during(LocalDate day, Dice dice) {
        return moment(day, dice.uniform(OPENS, CLOSES));
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    static LocalDate onOrAfter(LocalDate day) {
        return Stream.iterate(day, next -> next.plusDays(1))
                .filter(WorkCalendar::works)
                .findFirst()
                .orElseThrow();
    }

    static LocalDate onOrBefore(LocalDate day) {
        return Stream.iterate(day, next -> next.minusDays(1))
                .filter(WorkCalendar::works)
                .findFirst()
                .orElseThrow();
    }

    /** The moment by which so many hours have been worked. */
    Instant after(Instant start, double hours) {
        long second = start.getEpochSecond();
        int found = Arrays.binarySearch(openings, second);
        int index = found >= 0 ? found : -found - 2;
        long done = Math.min(second - openings[index], WORKDAY_SECONDS);
        long left = done + (long) (hours * 3_600);
        int day = Math.min(index + (int) (left / WORKDAY_SECONDS), openings.length - 1);
        return Instant.ofEpochSecond(openings[day] + left % WORKDAY_SECONDS);
    }

    /** Enters the days of the simulation and a year more, for those who plan. */
    static void enter(World world) {
        LocalDate from = world.span().first().minusDays(DAYS_BEFORE);
        from.datesUntil(world.span().last().plusYears(1)).forEach(day -> {
            boolean working = works(day);
            world.history()
                    .add(WORK_DAY, world.setUp())
                    .set("CALENDAR_KEY", "OFFICE")
                    .set("CALENDAR_DAY", day)
                    .set("IS_WORKING", working)
                    .set("OPENS", working ? "%02d:00".formatted(OPENS) : null)
                    .set("CLOSES", working ? "%02d:00".formatted(CLOSES) : null);
        });
    }
}
