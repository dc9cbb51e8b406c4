package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.ingest.source.InputRow;

/**
 * Reads periods that are whole numbers or dates: the first cell of the file tells which. Dates become days since 1970 until all
 * are known, then numbers of years, quarters, months, weeks or days.
 */
final class TimeColumn {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}(\\.0*)?");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?[Qq]([1-4])");

    private boolean isSettled;
    private boolean hasDates;

    /** Empty where there is no time, or one that is refused. */
    OptionalLong read(InputRow row, String column) {
        String text = row.text(column);
        if (!isSettled && !text.isEmpty()) {
            hasDates = !WHOLE.matcher(text).matches();
            isSettled = true;
        }
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!hasDates) {
            if (WHOLE.matcher(text).matches()) {
                return OptionalLong.of(new BigDecimal(text).longValueExact());
            }
            row.refuse(column, "must be a whole number, as the first time in the file is");
            return OptionalLong.empty();
        }
        if (MONTH.matcher(text).matches()) {
            return month(row, column, text);
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            int month = 3 * Integer.parseInt(quarter.group(2)) - 2;
            return OptionalLong.of(
                    LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1).toEpochDay());
        }
        Optional<LocalDateTime> moment = row.time(column, ZoneOffset.UTC);
        return moment.isPresent() ? OptionalLong.of(moment.get().toLocalDate().toEpochDay()) : OptionalLong.empty();
    }

    private static OptionalLong month(InputRow row, String column, String text) {
        int month = Integer.parseInt(text.substring(5));
        if (month < 1 || month > 12) {
            row.refuse(column, "must be a month from 01 to 12");
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                LocalDate.of(Integer.parseInt(text.substring(0, 4)), month, 1).toEpochDay());
    }

    /** What the times of all rows mean. */
    PeriodScale scale(Collection<Long> times) {
        if (!hasDates) {
            return PeriodScale.ofNumbers();
        }
        TreeSet<LocalDate> dates = new TreeSet<>();
        times.forEach(time -> dates.add(LocalDate.ofEpochDay(time)));
        return PeriodScale.of(dates);
    }

    /** The number of the period of a time. */
    long number(PeriodScale scale, long time) {
        return hasDates ? scale.number(LocalDate.ofEpochDay(time)) : time;
    }

    /** A time that is not from the file; empty where it is none. */
    OptionalLong parse(String text) {
        if (!hasDates) {
            return WHOLE.matcher(text).matches()
                    ? OptionalLong.of(new BigDecimal(text).longValueExact())
                    : OptionalLong.empty();
        }
        String day = MONTH.matcher(text).matches() ? text + "-01" : text;
        try {
            return OptionalLong.of(LocalDate.parse(day).toEpochDay());
        } catch (DateTimeParseException e) {
            return OptionalLong.empty();
        }
    }
}
