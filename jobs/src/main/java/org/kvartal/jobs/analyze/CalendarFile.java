package org.kvartal.jobs.analyze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kvartal.forecast.worktime.OpeningHours;
import org.kvartal.forecast.worktime.Schedule;
import org.kvartal.forecast.worktime.WorkCalendar;
import org.kvartal.ingest.source.InvalidInput;

/** Reads a calendar of working time: {@code timezone, working_days, open, close, holidays} as JSON. */
final class CalendarFile {
    private static final Set<String> KEYS = Set.of("timezone", "working_days", "open", "close", "holidays");
    private static final int LETTERS_OF_A_DAY = 3;

    private final Path file;

    CalendarFile(Path file) {
        this.file = file;
    }

    WorkCalendar read() {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInput("Cannot read " + file + ": there is no such file");
        }
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new InvalidInput("Cannot read " + file + ": it is not JSON: " + e.getMessage());
        }
        json.fieldNames().forEachRemaining(this::refuseUnknown);
        ZoneId zone = parsed("timezone", text(json, "timezone"), ZoneId::of, "must be a time zone, as Europe/Berlin");
        OpeningHours hours = hours(time(json, "open"), time(json, "close"));
        Set<LocalDate> holidays = new HashSet<>();
        for (String day : texts(json, "holidays")) {
            holidays.add(parsed("holidays", day, LocalDate::parse, "must be days, as 2026-12-25"));
        }
        return WorkCalendar.of(zone, Schedule.daily(LocalDate.EPOCH, workingDays(json), hours), holidays);
    }

    private void refuseUnknown(String key) {
        if (!KEYS.contains(key)) {
            throw invalid(
                    key,
                    "",
                    "is not known; known are "
                            + String.join(", ", KEYS.stream().sorted().toList()));
        }
    }

    private InvalidInput invalid(String key, String value, String rule) {
        return new InvalidInput("Invalid calendar %s, %s: '%s' %s".formatted(file, key, value, rule));
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private <T> T parsed(String key, String text, Parser<T> parser, String rule) {
        try {
            return parser.parse(text);
        } catch (DateTimeException e) {
            throw invalid(key, text, rule);
        }
    }

    private String text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isTextual()) {
            throw invalid(key, value.isMissingNode() ? "" : value.toString(), "must be a text");
        }
        return value.asText().strip();
    }

    /** Midnight at the end of a day may be written 24:00. */
    private LocalTime time(JsonNode json, String key) {
        String text = text(json, key);
        return text.equals("24:00")
                ? LocalTime.MIDNIGHT
                : parsed(key, text, LocalTime::parse, "must be a time of day, as 09:00");
    }

    private OpeningHours hours(LocalTime open, LocalTime close) {
        try {
            return new OpeningHours(open, close);
        } catch (IllegalArgumentException e) {
            throw invalid("close", close.toString(), "must be after open, '" + open + "'");
        }
    }

    private List<String> texts(JsonNode json, String key) {
        JsonNode values = json.path(key);
        if (values.isMissingNode() || values.isNull()) {
            return List.of();
        }
        if (!values.isArray()) {
            throw invalid(key, values.toString(), "must be a list");
        }
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText().strip()));
        return texts;
    }

    /** Names of days, in full or their first three letters, or numbers from 1 for Monday to 7. */
    private Set<DayOfWeek> workingDays(JsonNode json) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : texts(json, "working_days")) {
            days.add(parsed("working_days", text, CalendarFile::day, "must be days, as MON or 1 for Monday"));
        }
        if (days.isEmpty()) {
            throw invalid("working_days", "", "must name at least one day");
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        if (text.matches("\\d")) {
            return DayOfWeek.of(Integer.parseInt(text));
        }
        String name = text.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(name)
                    || day.name().substring(0, LETTERS_OF_A_DAY).equals(name)) {
                return day;
            }
        }
        throw new DateTimeException("no day of the week");
    }
}
