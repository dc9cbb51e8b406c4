package org.kvartal.forecast.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a team works.
 *
 * @param schedules one at least, in the order of their days; before the first the first holds too
 * @param days of the zone that are not as the schedule has them, with their own hours; a holiday has none
 */
public record WorkCalendar(ZoneId zone, List<Schedule> schedules, Map<LocalDate, List<OpeningHours>> days) {
    public WorkCalendar {
        schedules = schedules.stream()
                .sorted(Comparator.comparing(Schedule::validFrom))
                .toList();
        days = Map.copyOf(days);
        if (schedules.isEmpty()) {
            throw new IllegalArgumentException("Invalid calendar of " + zone + ": it has no schedule");
        }
    }

    /** @param holidays days of the zone on which nobody works */
    public WorkCalendar(ZoneId zone, List<Schedule> schedules, Set<LocalDate> holidays) {
        this(zone, schedules, holidays.stream().collect(Collectors.toMap(day -> day, day -> List.of())));
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
        Schedule valid = schedules.get(0);
        for (Schedule schedule : schedules) {
            valid = schedule.validFrom().isAfter(day) ? valid : schedule;
        }
        return days.getOrDefault(day, valid.on(day.getDayOfWeek()));
    }
}
