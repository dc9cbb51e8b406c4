package org.kvartal.forecast.run;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.worktime.OpeningHours;
import org.kvartal.forecast.worktime.Schedule;
import org.kvartal.forecast.worktime.WorkCalendar;
import org.kvartal.forecast.worktime.WorkClock;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

/**
 * The clock of each team. The calendar of a team is the one that has its id for a name, else its name, else the name
 * "default", else the only one there is, else the week of the settings. A calendar is known by its days in the table of
 * calendars, by its week in the settings, or by both: then its days win, and the week holds where it has none.
 */
final class TeamClocks implements Serializable {
    /** The calendar of teams that no other calendar is meant for. */
    static final String USUAL = "default";

    private static final long serialVersionUID = 1;
    private static final int DAYS_AHEAD = 800;
    private static final int DAYS_A_WEEK = 7;

    private final TreeMap<String, Clock> clocks;
    private final HashMap<String, String> calendars;

    private record Clock(WorkClock work, ZoneId zone) implements Serializable {}

    private TeamClocks(TreeMap<String, Clock> clocks, HashMap<String, String> calendars) {
        this.clocks = clocks;
        this.calendars = calendars;
    }

    /** @param first day on which a request arrived */
    static TeamClocks read(Lake lake, ServiceSettings settings, LocalDate first, LocalDate asOf) {
        CalendarDays days = CalendarDays.read(lake);
        TreeSet<String> names = new TreeSet<>(days.names());
        names.addAll(settings.weeks().keySet());
        String only = names.size() == 1 ? names.first() : USUAL;
        HashMap<String, String> calendars = new HashMap<>();
        for (Record team : lake.rows(CrmTables.TEAMS)) {
            String id = ServiceSettings.lowered(team.getField("team_id").toString());
            @Nullable Object name = team.getField("name");
            String called = name == null ? id : ServiceSettings.lowered(name.toString());
            String fallback = names.contains(called) ? called : only;
            calendars.put(team.getField("team_id").toString(), names.contains(id) ? id : fallback);
        }
        calendars.put("", only);
        TreeMap<String, Clock> clocks = new TreeMap<>();
        names.add(only);
        for (String name : names) {
            ServiceSettings.Week week = settings.weeks().getOrDefault(name, settings.usual());
            clocks.put(name, clock(week, days.of(name, week.hours()), first, last(settings, asOf)));
        }
        return new TeamClocks(clocks, calendars);
    }

    /** The name of a team's calendar. */
    String calendar(@Nullable String team) {
        return calendars.getOrDefault(team == null ? "" : team, calendars.get(""));
    }

    WorkClock clock(String calendar) {
        return clocks.get(calendar).work();
    }

    /** In which the hour of a day is told. */
    ZoneId zone(String calendar) {
        return clocks.get(calendar).zone();
    }

    private static Clock clock(
            ServiceSettings.Week week, Map<LocalDate, List<OpeningHours>> days, LocalDate first, LocalDate last) {
        WorkCalendar calendar = new WorkCalendar(
                week.zone(), List.of(Schedule.daily(LocalDate.EPOCH, week.days(), week.hours())), days);
        return new Clock(WorkClock.of(calendar, first.minusDays(2), last), week.zone());
    }

    /** So far ahead that the longest promise is over by then, even where one hour a week is worked. */
    private static LocalDate last(ServiceSettings settings, LocalDate asOf) {
        long hours = settings.targets().values().stream()
                .mapToLong(Duration::toHours)
                .max()
                .orElse(0);
        return asOf.plusDays(DAYS_AHEAD + hours * DAYS_A_WEEK);
    }
}
