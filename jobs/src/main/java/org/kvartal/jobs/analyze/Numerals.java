package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they are written into tables: with all their digits, without exponents. */
final class Numerals {
    /** Added to zero below zero it makes zero. */
    private static final double NO_MINUS = 0.0;

    private static final double LARGEST = 1e18;
    private static final double SMALLEST = 1e-9;

    private static final int MOST_SHOWN = 5;
    private static final int FEW_DECIMALS = 4;
    private static final double THOUSAND = 1000;
    private static final MathContext TWELVE_DIGITS = new MathContext(12);
    private static final MathContext FOUR_DIGITS = new MathContext(4);

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

    /** Twelve digits without exponent, zeros at the end left out; empty where there is no number. */
    static String twelveDigits(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .round(TWELVE_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString()
                : "";
    }

    /** Four digits for people, more where the number is large. */
    static String brief(double number) {
        if (!Double.isFinite(number)) {
            return "–";
        }
        if (Math.abs(number) >= THOUSAND) {
            return Math.abs(number) < LARGEST ? "%,.0f".formatted(number) : "%.3g".formatted(number);
        }
        BigDecimal rounded = new BigDecimal(number).round(FOUR_DIGITS);
        return rounded.signum() == 0 || rounded.scale() > FEW_DECIMALS
                ? text(new BigDecimal(number)
                        .setScale(FEW_DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue())
                : text(rounded.doubleValue());
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
