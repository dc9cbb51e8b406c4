package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    private final Set<String> known = new LinkedHashSet<>();

    /** Takes a row's period in, or refuses one that cannot be put in order with those before it. */
    void add(InputRow row, String column) {
        String period = row.text(column);
        if (period.isEmpty() || known.contains(period)) {
            return;
        }
        boolean isOrdered = NUMBER.matcher(period).matches()
                || YEAR_FIRST.matcher(period).matches()
                || ONE_NUMBER.matcher(period).matches();
        if (!isOrdered) {
            row.refuse(column, "must be a whole number, or begin with the year, as 2024-01-31, 2024-01 or 2024-Q1");
        } else if (!known.isEmpty() && !form(period).equals(form(first()))) {
            row.refuse(column, "must be written as the first period, '%s', with as many digits".formatted(first()));
        } else {
            known.add(period);
        }
    }

    /** The periods taken in, in the order of time. */
    List<String> ordered() {
        boolean areNumbers =
                known.stream().allMatch(period -> NUMBER.matcher(period).matches());
        return known.stream()
                .sorted(areNumbers ? Comparator.comparing(BigDecimal::new) : Comparator.naturalOrder())
                .toList();
    }

    private String first() {
        return known.iterator().next();
    }

    private static String form(String period) {
        return NUMBER.matcher(period).matches() ? "number" : period.replaceAll("\\d", "0");
    }
}
