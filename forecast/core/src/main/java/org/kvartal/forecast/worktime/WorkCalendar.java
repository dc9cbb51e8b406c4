package org.kvartal.forecast.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * When a team works.
 *
 * @param schedules one at least, in the order of their days; before the first the first holds too
 * @param holidays days of the zone on which nobody works
 */
public record WorkCalendar(ZoneId zone, List<Schedule> schedules, Set<LocalDate> holidays) {
    public WorkCalendar {
        schedules = schedules.stream()
                .sorted(Comparator.comparing(Schedule::validFrom))
                .toList();
        holidays = Set.copyOf(holidays);
        if (schedules.isEmpty()) {
            throw new IllegalArgumentException("Invalid calendar of " + zone + ": it has no schedule");
        }
    }

    /** One schedule for all times. */
    public static WorkCalendar of(ZoneId zone, Schedule schedule, Set<LocalDate> holidays) {
        return new WorkCalendar(zone, List.of(schedule), holidays);
    }

    /** Every moment counts. */
    public static WorkCalendar aroundTheClock(ZoneId zone) {
        return of(zone, Schedule.daily(LocalDate.EPOCH, Set.of(DayOfWeek.values()), OpeningHours.ALL_DAY), Set.of());
    }

    List<OpeningHours> on(LocalDate day) {
        if (holidays.contains(day)) {
            return List.of();
        }
        Schedule valid = schedules.get(0);
        for (Schedule schedule : schedules) {
            valid = schedule.validFrom().isAfter(day) ? valid : schedule;
        }
        return valid.on(day.getDayOfWeek());
    }
}
