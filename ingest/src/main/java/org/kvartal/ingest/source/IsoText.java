package org.kvartal.ingest.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which nearly all numbers and times are written, read without patterns; null for any other form, which may
 * well be valid.
 *
 * <p>Months, days and times that do not exist are a {@link java.time.DateTimeException}.
 */
final class IsoText {
    private static final int LONGEST_NUMBER = 18;
    private static final String DAY = "0000-00-00";
    private static final String TIME = "0000-00-00 00:00:00";

    private IsoText() {}

    /** Digits alone. */
    static boolean isWhole(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NUMBER && hasDigits(text, 0, text.length());
    }

    /** Digits alone, or with a point between them. */
    static boolean isDecimal(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? isWhole(text)
                : point > 0
                        && text.length() <= LONGEST_NUMBER
                        && hasDigits(text, 0, point)
                        && hasDigits(text, point + 1, text.length());
    }

    /** As 2024-12-31. */
    static @Nullable LocalDate date(String text) {
        return hasForm(text, DAY) ? day(text) : null;
    }

    /** As 2024-12-31 23:59:59, also with a T in the middle. */
    static @Nullable LocalDateTime time(String text) {
        if (!hasForm(text, TIME)) {
            return null;
        }
        LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
        return LocalDateTime.of(day(text), time);
    }

    private static LocalDate day(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static boolean hasForm(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char character = text.charAt(i);
            boolean fits = switch (form.charAt(i)) {
                case '0' -> isDigit(character);
                case ' ' -> character == ' ' || character == 'T';
                default -> character == form.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
