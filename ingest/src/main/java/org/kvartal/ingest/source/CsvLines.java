package org.kvartal.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Splits text into physical lines at LF, CR LF and CR, in bounded memory. */
final class CsvLines implements Closeable {
    static final int LONGEST_LINE = 1 << 20;

    private static final int KEPT_OF_LONGER = 2_000;
    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder text = new StringBuilder();
    private int position;
    private int limit;
    private long number;
    private long omitted;

    CsvLines(Reader reader) throws IOException {
        this.reader = reader;
        if (hasMore() && buffer[position] == BYTE_ORDER_MARK) {
            position++;
        }
    }

    Optional<CsvLine> next() throws IOException {
        if (!hasMore()) {
            return Optional.empty();
        }
        text.setLength(0);
        omitted = 0;
        while (hasMore()) {
            int end = endOfLine();
            append(end);
            if (end < limit) {
                return Optional.of(line(ending()));
            }
        }
        return Optional.of(line(""));
    }

    private CsvLine line(String ending) {
        number++;
        return new CsvLine(number, text.toString(), ending, omitted);
    }

    /** Where in the buffer the line ends; its limit when the line goes on behind it. */
    private int endOfLine() {
        int end = position;
        while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
            end++;
        }
        return end;
    }

    private void append(int end) {
        int length = end - position;
        long total = text.length() + (long) length;
        if (omitted > 0) {
            omitted += length;
        } else if (total > LONGEST_LINE) {
            text.append(buffer, position, Math.min(length, KEPT_OF_LONGER)).setLength(KEPT_OF_LONGER);
            text.trimToSize();
            omitted = total - KEPT_OF_LONGER;
        } else {
            text.append(buffer, position, length);
        }
        position = end;
    }

    private String ending() throws IOException {
        char first = buffer[position];
        position++;
        if (first == '\r' && hasMore() && buffer[position] == '\n') {
            position++;
            return "\r\n";
        }
        return String.valueOf(first);
    }

    private boolean hasMore() throws IOException {
        if (position == limit) {
            limit = Math.max(0, reader.read(buffer, 0, BUFFER));
            position = 0;
        }
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
