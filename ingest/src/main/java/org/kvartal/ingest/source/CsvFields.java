package org.kvartal.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a record, in which every quote is closed, into its fields. A parser made anew for every record, which would do
 * the same, takes several times as long.
 */
final class CsvFields {
    private static final String QUOTE = String.valueOf(CsvDialect.QUOTE);

    private final char delimiter;
    private final int mostFields;
    private final List<String> fields = new ArrayList<>();

    CsvFields(char delimiter, int mostFields) {
        this.delimiter = delimiter;
        this.mostFields = mostFields;
    }

    /** The fields, without the quotes around them; empty when there are too many. */
    Optional<String[]> of(String record) {
        fields.clear();
        int position = 0;
        while (position <= record.length()) {
            if (fields.size() == mostFields) {
                return Optional.empty();
            }
            boolean isQuoted = position < record.length() && record.charAt(position) == CsvDialect.QUOTE;
            position = 1 + (isQuoted ? quoted(record, position + 1) : plain(record, position));
        }
        return Optional.of(fields.toArray(new String[0]));
    }

    /** Adds the field, and tells where its delimiter stands, or where the record ends. */
    private int plain(String record, int start) {
        int found = record.indexOf(delimiter, start);
        int end = found < 0 ? record.length() : found;
        fields.add(record.substring(start, end));
        return end;
    }

    private int quoted(String record, int start) {
        int end = record.indexOf(CsvDialect.QUOTE, start);
        boolean hasQuotes = false;
        while (end + 1 < record.length() && record.charAt(end + 1) == CsvDialect.QUOTE) {
            hasQuotes = true;
            end = record.indexOf(CsvDialect.QUOTE, end + 2);
        }
        String text = record.substring(start, end);
        fields.add(hasQuotes ? text.replace(QUOTE + QUOTE, QUOTE) : text);
        return end + 1;
    }
}
