package org.kvartal.ingest.settings;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How the text of a setting becomes a value.
 *
 * @param rule what the text must be, as the rest of a sentence
 * @param placeholder stands in for an invalid value until all is read; nobody works with it
 */
record ScalarType<T>(String rule, T placeholder, Function<String, Optional<T>> parse) {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?");

    static final ScalarType<String> TEXT = new ScalarType<>("must be a text", "", Optional::of);

    static final ScalarType<Boolean> FLAG = new ScalarType<>(
            "must be true or false",
            false,
            text -> Optional.ofNullable(Map.of("true", true, "false", false).get(text)));

    static final ScalarType<LocalDate> DATE =
            new ScalarType<>("must be a date, as 2024-12-31", LocalDate.EPOCH, ScalarType::date);

    static final ScalarType<ZoneId> ZONE = new ScalarType<>(
            "must be a time zone, as Europe/Prague",
            ZoneOffset.UTC,
            text -> ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty());

    static final ScalarType<Integer> INTEGERS = new ScalarType<>("must be a whole number", 0, ScalarType::integer);

    static final ScalarType<Double> NUMBERS = new ScalarType<>("must be a number", 0.0, ScalarType::number);

    static ScalarType<Integer> integerFrom(int least, int most) {
        return new ScalarType<>(
                "must be a whole number from " + least + " to " + most,
                least,
                text -> integer(text).filter(value -> value >= least && value <= most));
    }

    static ScalarType<Double> numberFrom(double least, double most) {
        return new ScalarType<>(
                "must be a number from " + plain(least) + " to " + plain(most),
                least,
                text -> number(text).filter(value -> value >= least && value <= most));
    }

    static ScalarType<String> oneOf(List<String> allowed) {
        return new ScalarType<>(
                "must be one of " + String.join(", ", allowed),
                allowed.get(0),
                text -> Optional.of(text).filter(allowed::contains));
    }

    private static Optional<Integer> integer(String text) {
        return INTEGER.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
