package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of an {@link InputTable}. A value that is not what it must be is noted and read as empty. */
public final class InputRow {
    private static final String DATE_FORM =
            "must be a date or time as ISO 8601 writes it, as 2026-03-31 or 2026-03-31T16:50:00Z";
    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;

    private final Map<String, Integer> places;
    private final List<String> columns;
    private final List<String> names;
    private final InputDefects defects;
    private String[] fields = {};
    private long line;

    /** @param names of the columns as the file has them, by which its owner finds them */
    InputRow(Map<String, Integer> places, List<String> names, InputDefects defects) {
        this.places = places;
        this.names = names;
        this.columns = List.copyOf(places.keySet());
        this.defects = defects;
    }

    void at(long newLine, String[] newFields) {
        line = newLine;
        fields = newFields;
    }

    /** Names of the columns, as the method calls them; others as the file does. */
    public List<String> columns() {
        return columns;
    }

    /** The text of a column without the blanks around it; empty when there is none, or no such column. */
    public String text(String column) {
        Integer place = places.get(column);
        return place == null ? "" : fields[place].strip();
    }

    /** The text of a column that must not be empty. */
    public String requiredText(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            refuse(column, "must not be empty");
        }
        return text;
    }

    public Optional<BigDecimal> number(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            refuse(column, "must be a number with a point for decimals, as 1234.50");
            return Optional.empty();
        }
    }

    /** True, false, 1 or 0. */
    public boolean flag(String column) {
        return switch (text(column).toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> {
                refuse(column, "must be true, false, 1 or 0");
                yield false;
            }
        };
    }

    /** The time of a column in a zone, which is also the zone of a time without one; a date is its first moment. */
    public Optional<LocalDateTime> time(String column, ZoneId zone) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate date = IsoText.date(text);
            if (date != null) {
                return Optional.of(date.atStartOfDay());
            }
            return Optional.of(
                    text.length() == DATE_LENGTH ? LocalDate.parse(text).atStartOfDay() : parsed(text, zone));
        } catch (DateTimeException e) {
            refuse(column, DATE_FORM);
            return Optional.empty();
        }
    }

    private static LocalDateTime parsed(String text, ZoneId zone) {
        LocalDateTime usual = usual(text);
        if (usual != null) {
            return text.length() == SECONDS_LENGTH
                    ? usual
                    : usual.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime();
        }
        String iso = text.replaceFirst("^(.{" + DATE_LENGTH + "}) +", "$1T");
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime withZone
                ? withZone.atZoneSameInstant(zone).toLocalDateTime()
                : (LocalDateTime) time;
    }

    /**
     * The time of the two usual forms, 2026-03-31T16:50:00 and the same with Z: parsing by pattern is most of the reading of
     * a million rows. Hour 24, which a pattern takes for the next midnight, is left to it.
     */
    private static @Nullable LocalDateTime usual(String text) {
        boolean isUsual = text.length() == SECONDS_LENGTH
                || text.length() == SECONDS_LENGTH + 1 && text.charAt(SECONDS_LENGTH) == 'Z';
        return isUsual && !text.startsWith("24", DATE_LENGTH + 1)
                ? IsoText.time(text.substring(0, SECONDS_LENGTH))
                : null;
    }

    /** Where the row stands in the file: the line from 1; of Parquet the number of the row. */
    public long line() {
        return line;
    }

    /** Notes that a value cannot be used. */
    public void refuse(String column, String rule) {
        defects.add(line, name(column), text(column), rule);
    }

    /** Notes that a value of an earlier row cannot be used. */
    public void refuseEarlier(long earlierLine, String column, String value, String rule) {
        defects.add(earlierLine, name(column), value, rule);
    }

    private String name(String column) {
        Integer place = places.get(column);
        return place == null ? column : names.get(place);
    }
}
