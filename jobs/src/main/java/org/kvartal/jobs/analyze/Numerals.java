package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are written into tables: with all their digits, without exponents. */
final class Numerals {
    /** Added to zero below zero it makes zero. */
    private static final double NO_MINUS = 0.0;

    private static final double LARGEST = 1e18;
    private static final double SMALLEST = 1e-9;

    private static final int MOST_SHOWN = 5;

    private Numerals() {}

    /** Empty where there is no number; very large and very small ones keep their exponent. */
    static String text(double number) {
        if (!Double.isFinite(number)) {
            return "";
        }
        String text = Double.toString(number + NO_MINUS);
        double size = Math.abs(number);
        if (text.indexOf('E') >= 0 && size < LARGEST && size > SMALLEST) {
            text = new BigDecimal(text).toPlainString();
        }
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A cell for people: a number with a fraction has four digits of it at most. */
    static String shortened(String cell) {
        int point = cell.indexOf('.');
        return point < 0 || cell.length() - point <= MOST_SHOWN
                ? cell
                : new BigDecimal(cell)
                        .setScale(MOST_SHOWN - 1, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }
}
