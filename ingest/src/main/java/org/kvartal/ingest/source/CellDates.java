package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The days that spreadsheets count.
 *
 * @param dayZero what is counted from: 1899-12-30, or 1904-01-01 in workbooks that began on an old Macintosh
 */
record CellDates(LocalDate dayZero) {
    static final CellDates SINCE_1900 = new CellDates(LocalDate.of(1899, 12, 30));
    static final CellDates SINCE_1904 = new CellDates(LocalDate.of(1904, 1, 1));

    /** Excel believes in 29 February 1900, day 60; up to then its days are one off. */
    private static final int FIRST_DAY_IN_STEP = 61;

    private static final int LAST_DAY = 2_958_465;
    private static final long DAY_MILLIS = 86_400_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** The number as ISO text; empty when it is no day or time that the format could show. */
    Optional<String> text(CellFormat format, BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
            return Optional.empty();
        }
        long millis = number.multiply(BigDecimal.valueOf(DAY_MILLIS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long day = millis / DAY_MILLIS;
        LocalTime time = LocalTime.ofNanoOfDay(millis % DAY_MILLIS * 1_000_000);
        if (format == CellFormat.TIME) {
            return day == 0 ? Optional.of(text(time)) : Optional.empty();
        }
        if (dayZero.equals(SINCE_1900.dayZero) && day < FIRST_DAY_IN_STEP) {
            return Optional.empty();
        }
        return Optional.of(text(format, dayZero.plusDays(day).atTime(time)));
    }

    /** A date whose time does not show still has it: nothing is cut off. */
    private static String text(CellFormat format, LocalDateTime moment) {
        boolean isMidnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return format == CellFormat.DATE && isMidnight
                ? moment.toLocalDate().toString()
                : DATE_AND_TIME.format(moment.truncatedTo(ChronoUnit.SECONDS)) + fraction(moment.toLocalTime());
    }

    private static String text(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0 ? TIME.format(time) : time.toString();
    }

    private static String fraction(LocalTime time) {
        int millis = time.getNano() / 1_000_000;
        return millis == 0 ? "" : ".%03d".formatted(millis);
    }
}
