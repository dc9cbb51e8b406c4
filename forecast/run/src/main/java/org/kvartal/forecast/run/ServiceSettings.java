package org.kvartal.forecast.run;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvartal.forecast.request.StatusWords;
import org.kvartal.forecast.worktime.OpeningHours;
import org.kvartal.ingest.settings.ConfigSection;

/**
 * Section {@code service}: when teams work, what is promised, and what ends a request.
 *
 * @param usual the week of a team whose days no calendar tells
 * @param weeks of calendars, by the name of the calendar, or by id or name of a team
 * @param targets working time promised, by priority in lower case
 * @param silence a request that was resolved after so long a wait for the customer was closed by a rule; zero for none
 * @param bulkCount so many ends in one moment are no agents' work, if they are also ten times as many as usual
 */
public record ServiceSettings(
        Week usual,
        Map<String, Week> weeks,
        Map<String, Duration> targets,
        StatusWords words,
        Duration silence,
        int bulkCount) {
    private static final Duration LONGEST = Duration.ofHours(2_000);
    private static final Pattern TARGET = Pattern.compile("(?:(\\d{1,4})h)?\\s*(?:(\\d{1,5})m)?");
    private static final int LETTERS_OF_A_DAY = 3;

    /** The words of the clean tables. */
    private static final Map<String, List<String>> STATUSES = new TreeMap<>(Map.of(
            "waiting", List.of("pending"),
            "resolved", List.of("resolved"),
            "auto-closed", List.of("auto-closed"),
            "cancelled", List.of("cancelled", "merged")));

    public ServiceSettings {
        weeks = Map.copyOf(weeks);
        targets = Map.copyOf(targets);
    }

    /** The same hours on some days of every week. */
    public record Week(ZoneId zone, Set<DayOfWeek> days, OpeningHours hours) {
        public Week {
            days = Set.copyOf(days);
        }
    }

    /** @param zone of the project, in which a calendar without its own is meant */
    public static ServiceSettings read(ConfigSection section, ZoneId zone) {
        Week usual = week(
                section,
                new Week(
                        zone,
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        new OpeningHours(LocalTime.of(9, 0), LocalTime.of(17, 0))));
        Map<String, Week> weeks = new LinkedHashMap<>();
        section.sections("calendars").forEach((name, inner) -> weeks.put(lowered(name), week(inner, usual)));
        ConfigSection autoClose = section.section("auto-close");
        return new ServiceSettings(
                usual,
                weeks,
                targets(section.section("sla")),
                words(section.section("statuses")),
                Duration.ofDays(autoClose.integerFrom(0, 365, "after-waiting-days", 0)),
                autoClose.integerFrom(2, 1_000_000, "bulk-count", 20));
    }

    static String lowered(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Week week(ConfigSection section, Week fallback) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : section.texts("working-days", List.of())) {
            Optional<DayOfWeek> day = day(text);
            section.require(day.isPresent(), "working-days", "must be days, as [mon, tue]; " + text + " is none");
            day.ifPresent(days::add);
        }
        LocalTime opens = time(section, "opens", fallback.hours().from());
        LocalTime closes = time(section, "closes", fallback.hours().until());
        boolean inOrder = closes.equals(LocalTime.MIDNIGHT) || opens.isBefore(closes);
        section.require(inOrder, "closes", "must be after opens, " + opens);
        return new Week(
                section.zone("time-zone", fallback.zone()),
                days.isEmpty() ? fallback.days() : days,
                inOrder ? new OpeningHours(opens, closes) : fallback.hours());
    }

    private static Optional<DayOfWeek> day(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        return EnumSet.allOf(DayOfWeek.class).stream()
                .filter(day -> day.name().equals(name)
                        || day.name().substring(0, LETTERS_OF_A_DAY).equals(name))
                .findFirst();
    }

    /** Midnight at the end of a day may be written 24:00. */
    private static LocalTime time(ConfigSection section, String key, LocalTime fallback) {
        String text = section.text(key, fallback.toString());
        try {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            section.require(false, key, "must be a time of day in quotes, as \"09:00\"");
            return fallback;
        }
    }

    private static StatusWords words(ConfigSection section) {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        STATUSES.forEach((key, usual) -> {
            Set<String> ofKey = section.texts(key, usual).stream()
                    .map(ServiceSettings::lowered)
                    .collect(Collectors.toSet());
            boolean isNew = words.values().stream().allMatch(others -> Collections.disjoint(others, ofKey));
            section.require(isNew, key, "must have no status that stands for something else too");
            words.put(key, ofKey);
        });
        return new StatusWords(
                words.get("waiting"), words.get("resolved"), words.get("auto-closed"), words.get("cancelled"));
    }

    private static Map<String, Duration> targets(ConfigSection section) {
        Map<String, Duration> targets = new LinkedHashMap<>();
        for (String priority : section.keys()) {
            Duration target = duration(section.text(priority));
            boolean holds = !target.isZero() && target.compareTo(LONGEST) <= 0;
            section.require(holds, priority, "must be working time up to 2000h, as 4h or 1h30m");
            targets.put(lowered(priority), holds ? target : LONGEST);
        }
        return targets;
    }

    /** Zero when it is none. */
    private static Duration duration(String text) {
        Matcher parts = TARGET.matcher(text.strip());
        return parts.matches() ? Duration.ofHours(part(parts, 1)).plusMinutes(part(parts, 2)) : Duration.ZERO;
    }

    private static long part(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }
}
