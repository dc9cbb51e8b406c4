package org.kvartal.forecast.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.worktime.OpeningHours;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

/** The days that calendars tell, by calendar in lower case. */
final class CalendarDays {
    private final Map<String, Map<LocalDate, Day>> days = new TreeMap<>();

    /** Hours are null where they are not told, or no hours. */
    private record Day(boolean works, @Nullable OpeningHours hours) {}

    private CalendarDays() {}

    static CalendarDays read(Lake lake) {
        CalendarDays calendars = new CalendarDays();
        for (Record row : lake.rows(CrmTables.CALENDARS)) {
            if (row.getField("working") instanceof Boolean works) {
                calendars
                        .days
                        .computeIfAbsent(
                                ServiceSettings.lowered(row.getField("calendar").toString()), name -> new HashMap<>())
                        .put(
                                (LocalDate) row.getField("day"),
                                new Day(works, hours(row).orElse(null)));
            }
        }
        return calendars;
    }

    Set<String> names() {
        return days.keySet();
    }

    /** @param usual hours of a working day that tells none */
    Map<LocalDate, List<OpeningHours>> of(String name, OpeningHours usual) {
        Map<LocalDate, List<OpeningHours>> hours = new HashMap<>();
        days.getOrDefault(name, Map.of())
                .forEach((date, day) ->
                        hours.put(date, !day.works() ? List.of() : List.of(day.hours() == null ? usual : day.hours())));
        return hours;
    }

    private static Optional<OpeningHours> hours(Record row) {
        @Nullable Object opens = row.getField("opens");
        @Nullable Object closes = row.getField("closes");
        if (opens == null || closes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OpeningHours(time(opens), time(closes)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Object text) {
        String time = text.toString().strip();
        return time.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(time);
    }
}
