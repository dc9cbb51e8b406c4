package org.kvartal.jobs.analyze;

import java.util.regex.Pattern;
import org.kvartal.ingest.source.InputRow;

/**
 * How the periods of a file are written: as numbers, or as text whose order is that of time. Text is, when the year comes
 * first, and when all of it is written alike, as 2024-01-31, 2024-01, 2024-Q1, 2024W07 or w07.
 */
final class PeriodForm {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}(\\D.*)?");
    private static final Pattern ONE_NUMBER = Pattern.compile("\\D*\\d+\\D*");

    private String first = "";

    /** Refuses a period that cannot be put in order with those before it. */
    void verify(InputRow row, String column) {
        String period = row.text(column);
        if (period.isEmpty()) {
            return;
        }
        if (first.isEmpty()) {
            first = period;
        }
        boolean isOrdered = NUMBER.matcher(period).matches()
                || YEAR_FIRST.matcher(period).matches()
                || ONE_NUMBER.matcher(period).matches();
        if (!isOrdered) {
            row.refuse(column, "must be a whole number, or begin with the year, as 2024-01-31, 2024-01 or 2024-Q1");
        } else if (!form(period).equals(form(first))) {
            row.refuse(column, "must be written as the first period, '%s', with as many digits".formatted(first));
        }
    }

    private static String form(String period) {
        return NUMBER.matcher(period).matches() ? "number" : period.replaceAll("\\d", "0");
    }
}
