package org.kvartal.reports.fact;

import java.util.Locale;

/**
 * The signs a language writes numbers with. Own table and not the JDK's, because the JDK's changes between releases and
 * the same report must give the same bytes.
 */
record Numerals(char zero, String group, String decimal, String percent, CurrencyPlace currencyPlace) {
    private static final String LEFT_TO_RIGHT = "\u200e";
    private static final String NARROW_SPACE = "\u202f";

    /** Where the sign of a currency stands. */
    enum CurrencyPlace {
        BEFORE,
        BEHIND
    }

    static Numerals of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> new Numerals('0', ",", ".", "%", CurrencyPlace.BEFORE);
            case "fa" -> new Numerals('۰', "٬", "٫", "٪", CurrencyPlace.BEHIND);
            default -> new Numerals('0', NARROW_SPACE, ",", "\u00a0%", CurrencyPlace.BEHIND);
        };
    }

    /** What keeps the sign on the left of its number where the text runs to the left. */
    String signMark() {
        return zero == '0' ? "" : LEFT_TO_RIGHT;
    }

    /** Digits of a plain non-negative decimal number, grouped by three and written in the language. */
    String write(String plain) {
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                written.append(group);
            }
            written.append(digit(whole.charAt(i)));
        }
        if (point >= 0) {
            written.append(decimal);
            plain.substring(point + 1).chars().forEach(digit -> written.append(digit((char) digit)));
        }
        return written.toString();
    }

    private char digit(char ascii) {
        return (char) (zero + ascii - '0');
    }

    /** Digits outside numbers, as those of a date. */
    String digits(String text) {
        return text.chars()
                .map(c -> c >= '0' && c <= '9' ? digit((char) c) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
