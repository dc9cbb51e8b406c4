package org.kvartal.ingest.source;

/**
 * A row that cannot be read.
 *
 * @param file the file, or the table of a database
 * @param line of the file, from 1; in a database the number of the row
 * @param column empty when the row as a whole is at fault
 * @param rule short name of what is broken: {@code type, columns, quotes, encoding, nul, length}
 * @param reason what must hold, as the rest of a sentence
 * @param rowText the row as it stands in the source, cut when long
 */
public record Rejection(
        String file, long line, String column, String value, String rule, String reason, String rowText) {
    private static final int LONGEST_TEXT = 2_000;

    public Rejection {
        value = cut(value);
        rowText = cut(rowText);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }
}
