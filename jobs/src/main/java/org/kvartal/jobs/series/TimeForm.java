package org.kvartal.jobs.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * How a file writes points of time, so that later ones are written alike.
 *
 * <p>A point of time is a {@code long}: a number is itself, a date or time its microseconds from 1970; a time with an offset
 * counts in UTC and is written with the offset of the first row.
 *
 * @param separator between date and time
 * @param length of the time of day as it is written: 5 without seconds, 8 with them, more with their decimals; of a date 8 if it
 *     is written without hyphens, as 20260331
 * @param zone as it is written; empty for none
 */
record TimeForm(Kind kind, char separator, int length, String zone) {
    static final long DAY = 86_400_000_000L;

    private static final long SECOND = 1_000_000L;
    private static final long NANOS = 1_000L;
    private static final int DATE_LENGTH = 10;
    private static final int MINUTES_LENGTH = 5;
    private static final int SECONDS_LENGTH = 8;
    private static final int MICROS_LENGTH = 15;
    private static final int MOST_DIGITS = 18;
    private static final int COMPACT_LENGTH = 8;
    private static final Pattern COMPACT_DATE = Pattern.compile("(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");

    /** What stands in the column of time. */
    enum Kind {
        NUMBER,
        DATE,
        TIME
    }

    /** The form of a text; a {@link DateTimeException} when it is no point of time. */
    static TimeForm of(String text) {
        if (COMPACT_DATE.matcher(text).matches()) {
            return new TimeForm(Kind.DATE, ' ', COMPACT_LENGTH, "");
        }
        if (isWhole(text)) {
            return new TimeForm(Kind.NUMBER, ' ', 0, "");
        }
        LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
        if (text.length() == DATE_LENGTH) {
            return new TimeForm(Kind.DATE, ' ', 0, "");
        }
        char separator = text.charAt(DATE_LENGTH);
        int end = endOfTime(text);
        if (separator != 'T' && separator != ' ') {
            throw new DateTimeException("no time");
        }
        TimeForm form = new TimeForm(Kind.TIME, separator, end - DATE_LENGTH - 1, text.substring(end));
        form.time(text);
        return form;
    }

    private static int endOfTime(String text) {
        int end = DATE_LENGTH + 1;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || ":.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static boolean isWhole(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        if (text.length() == start || text.length() - start > MOST_DIGITS) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The point of time that a text of this form means; a {@link DateTimeException} when it has another form. */
    long time(String text) {
        if (kind == Kind.NUMBER) {
            if (!isWhole(text)) {
                throw new DateTimeException("no whole number");
            }
            return Long.parseLong(text);
        }
        if (isCompact()) {
            return compactDay(text) * DAY;
        }
        boolean isDate = text.length() == DATE_LENGTH;
        if (isDate != (kind == Kind.DATE) || text.length() < DATE_LENGTH) {
            throw new DateTimeException("another form");
        }
        long day = day(text) * DAY;
        return isDate ? day : day + timeOfDay(text);
    }

    private boolean isCompact() {
        return kind == Kind.DATE && length == COMPACT_LENGTH;
    }

    private static long compactDay(String text) {
        if (text.length() != COMPACT_LENGTH) {
            throw new DateTimeException("another form");
        }
        return LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, COMPACT_LENGTH))
                .toEpochDay();
    }

    private static long day(String text) {
        boolean isUsual = text.charAt(4) == '-' && text.charAt(7) == '-' && isWhole(text.substring(0, 4));
        return isUsual
                ? LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE_LENGTH))
                        .toEpochDay()
                : LocalDate.parse(text.substring(0, DATE_LENGTH)).toEpochDay();
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new DateTimeException("no digit");
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private long timeOfDay(String text) {
        int end = endOfTime(text);
        String offset = text.substring(end);
        if (offset.isEmpty() != zone.isEmpty() || text.charAt(DATE_LENGTH) != separator) {
            throw new DateTimeException("another form");
        }
        long micros = LocalTime.parse(text.substring(DATE_LENGTH + 1, end)).toNanoOfDay() / NANOS;
        return offset.isEmpty() ? micros : micros - ZoneOffset.of(offset).getTotalSeconds() * SECOND;
    }

    /** A point of time as the file writes it. */
    String text(long time) {
        if (kind == Kind.NUMBER) {
            return Long.toString(time);
        }
        long local = zone.isEmpty() ? time : time + ZoneOffset.of(zone).getTotalSeconds() * SECOND;
        String date = LocalDate.ofEpochDay(Math.floorDiv(local, DAY)).toString();
        if (isCompact()) {
            return date.replace("-", "");
        }
        return kind == Kind.DATE ? date : date + separator + timeText(Math.floorMod(local, DAY)) + zone;
    }

    /** Seconds and decimals that the file does not write are written where leaving them out would change the time. */
    private String timeText(long micros) {
        LocalTime time = LocalTime.ofNanoOfDay(micros * NANOS);
        String whole =
                "%02d:%02d:%02d.%06d".formatted(time.getHour(), time.getMinute(), time.getSecond(), micros % SECOND);
        int needed = micros % SECOND != 0
                ? MICROS_LENGTH
                : time.getSecond() != 0 ? Math.max(SECONDS_LENGTH, length) : Math.max(MINUTES_LENGTH, length);
        return whole.substring(0, Math.min(needed, MICROS_LENGTH));
    }
}
