package org.kvartal.ingest.source;

/**
 * A physical line of a text file.
 *
 * @param number from 1
 * @param text without the line ending; only the beginning when the line is too long
 * @param ending {@code \n}, {@code \r\n}, {@code \r}, or empty at the end of the file
 * @param omitted how many characters of a line that is too long are not in the text
 */
record CsvLine(long number, String text, String ending, long omitted) {
    boolean isTooLong() {
        return omitted > 0;
    }

    boolean hasNul() {
        return text.indexOf('\0') >= 0;
    }
}
