package org.kvartal.forecast.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a team works in a week, from some day on until the next schedule is valid.
 *
 * @param validFrom first day
 * @param hours by day of the week, in order and without overlap; a lunch break is a gap. A day without any is free
 */
public record Schedule(LocalDate validFrom, Map<DayOfWeek, List<OpeningHours>> hours) {
    public Schedule {
        Map<DayOfWeek, List<OpeningHours>> copy = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, ofDay) -> copy.put(day, ordered(day, ofDay)));
        hours = Map.copyOf(copy);
        if (hours.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("Invalid schedule from " + validFrom + ": it has no working time");
        }
    }

    /** The same hours on some days of the week. */
    public static Schedule daily(LocalDate validFrom, Set<DayOfWeek> days, OpeningHours hours) {
        Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(hours)));
        return new Schedule(validFrom, week);
    }

    List<OpeningHours> on(DayOfWeek day) {
        return hours.getOrDefault(day, List.of());
    }

    private static List<OpeningHours> ordered(DayOfWeek day, List<OpeningHours> hours) {
        List<OpeningHours> ordered =
                hours.stream().sorted(Comparator.comparing(OpeningHours::from)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            OpeningHours before = ordered.get(i - 1);
            if (before.endsAtMidnight() || before.until().isAfter(ordered.get(i).from())) {
                throw new IllegalArgumentException("Invalid schedule: hours of %s overlap at %s"
                        .formatted(day, ordered.get(i).from()));
            }
        }
        return ordered;
    }
}
