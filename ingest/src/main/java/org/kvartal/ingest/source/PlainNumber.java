package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them: {@code 10000000}, not {@code 1.0E7}. */
final class PlainNumber {
    /** What is longer than this stays as it is: {@code 1E400} is no text of 401 digits. */
    private static final int MOST_DIGITS = 40;

    private static final int LONGEST = 400;
    private static final MathContext SHOWN_BY_EXCEL = new MathContext(15);

    private PlainNumber() {}

    /** Without an exponent and without zeros at the end of a fraction. */
    static String of(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        boolean isShort = Math.abs((long) bare.scale()) <= MOST_DIGITS && bare.precision() <= MOST_DIGITS;
        return isShort ? bare.toPlainString() : bare.toString();
    }

    /** NaN and the infinities stay words. */
    static String of(double number) {
        return Double.isFinite(number) ? of(new BigDecimal(Double.toString(number))) : Double.toString(number);
    }

    /** The shortest decimal that means the same single-precision number. */
    static String of(float number) {
        return Float.isFinite(number) ? of(new BigDecimal(Float.toString(number))) : Float.toString(number);
    }

    /**
     * The number in a cell of a spreadsheet. Excel stores 1.1 as 1.1000000000000001; where 15 digits mean the same
     * double, they are what was entered. Text that is no number stays as it is.
     */
    static String ofCell(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        try {
            BigDecimal exact = new BigDecimal(text);
            BigDecimal shown = exact.round(SHOWN_BY_EXCEL);
            return of(shown.doubleValue() == exact.doubleValue() ? shown : exact);
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }
}
