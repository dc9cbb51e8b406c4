package org.kvartal.jobs.series;

import java.util.List;
import org.kvartal.ingest.source.InputRow;

/** Numbers in files as programs write them: decimals, exponents, and several words for none. */
final class FileNumbers {
    private FileNumbers() {}

    /** The number of a column; {@code NaN} where there is none. */
    static double number(InputRow row, String column, String rule) {
        String text = row.text(column);
        if (isMissing(text)) {
            return Double.NaN;
        }
        double value = isNumeral(text) ? parsed(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            row.refuse(column, rule);
        }
        return value;
    }

    /** The numbers of columns, none of which may be missing. */
    static double[] row(InputRow row, List<String> columns) {
        double[] numbers = new double[columns.size()];
        for (int i = 0; i < numbers.length; i++) {
            String rule = "must be a number, as 1234.50; what explains y must be known at each point of time";
            numbers[i] = number(row, columns.get(i), rule);
            if (isMissing(row.text(columns.get(i)))) {
                row.refuse(columns.get(i), rule);
            }
        }
        return numbers;
    }

    private static boolean isMissing(String text) {
        return text.isEmpty()
                || text.equalsIgnoreCase("nan")
                || text.equalsIgnoreCase("na")
                || text.equalsIgnoreCase("null");
    }

    /** Java reads more than numbers as others write them, as 1d or 0x1p3. */
    private static boolean isNumeral(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
