package org.kvartal.ingest.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Joins physical lines to records and splits those into fields.
 *
 * <p>A quoted field may go on over several lines. A quote that is never closed would so swallow the rest of the file;
 * therefore lines that do not join to a record of the expected width are taken apart again: the first one alone is
 * broken, and reading goes on with the second.
 */
final class CsvRecords implements FileRecords {

    private static final int MOST_LINES = 10_000;
    private static final int MOST_FIELDS = 1 << 14;

    private final CsvLines lines;
    private final Deque<CsvLine> ahead = new ArrayDeque<>();
    private final CsvFields splitter;
    private final char delimiter;

    CsvRecords(CsvLines lines, char delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.splitter = new CsvFields(delimiter, MOST_FIELDS);
    }

    @Override
    public boolean next(int width, RecordReader reader) throws IOException {
        Optional<CsvLine> next = nextLine();
        while (next.isPresent() && next.get().text().isEmpty()) {
            next = nextLine();
        }
        if (next.isEmpty()) {
            return false;
        }
        CsvLine line = next.get();
        if (line.isTooLong()) {
            reader.broken(
                    line.number(),
                    line.text(),
                    "length",
                    "must have at most " + CsvLines.LONGEST_LINE + " characters in a line");
        } else if (line.hasNul()) {
            reader.broken(line.number(), line.text(), "nul", "must be text, without the character NUL");
        } else if (line.text().indexOf(CsvDialect.QUOTE) < 0) {
            fields(line, line.text(), width, reader);
        } else {
            quoted(line, width, reader);
        }
        return true;
    }

    private Optional<CsvLine> nextLine() throws IOException {
        return ahead.isEmpty() ? lines.next() : Optional.of(ahead.pop());
    }

    private void quoted(CsvLine first, int width, RecordReader reader) throws IOException {
        List<CsvLine> joined = new ArrayList<>(List.of(first));
        boolean closed = join(joined);
        if (closed && joined.size() == 1) {
            fields(first, first.text(), width, reader);
            return;
        }
        String text = closed ? textOf(joined) : "";
        Optional<String[]> fields = closed ? splitter.of(text) : Optional.empty();
        if (fields.isPresent() && (width == ANY_WIDTH || fields.get().length == width)) {
            reader.record(first.number(), text, fields.get());
        } else {
            for (int i = joined.size() - 1; i > 0; i--) {
                ahead.push(joined.get(i));
            }
            reader.broken(
                    first.number(),
                    first.text(),
                    "quotes",
                    "must close every quote, with nothing between it and the delimiter");
        }
    }

    /** Adds lines until every quote is closed; false when that does not come about. */
    private boolean join(List<CsvLine> joined) throws IOException {
        QuoteState state = QuoteState.FIELD_START.after(joined.get(0).text(), delimiter);
        long length = joined.get(0).text().length();
        while (state == QuoteState.QUOTED && joined.size() <= MOST_LINES && length <= CsvLines.LONGEST_LINE) {
            Optional<CsvLine> next = nextLine();
            if (next.isEmpty()) {
                return false;
            }
            CsvLine line = next.get();
            joined.add(line);
            length += line.text().length();
            state = line.isTooLong() || line.hasNul() ? QuoteState.BROKEN : state.after(line.text(), delimiter);
        }
        return state != QuoteState.QUOTED && state != QuoteState.BROKEN;
    }

    private static String textOf(List<CsvLine> joined) {
        StringBuilder text = new StringBuilder();
        for (CsvLine line : joined) {
            text.append(line.text()).append(line.ending());
        }
        text.setLength(text.length() - joined.get(joined.size() - 1).ending().length());
        return text.toString();
    }

    private void fields(CsvLine line, String text, int width, RecordReader reader) {
        Optional<String[]> fields = splitter.of(text);
        if (fields.isEmpty()) {
            reader.broken(line.number(), text, "columns", "must have at most " + MOST_FIELDS + " fields");
        } else if (width == ANY_WIDTH || fields.get().length == width) {
            reader.record(line.number(), text, fields.get());
        } else {
            reader.broken(
                    line.number(),
                    line.text(),
                    "columns",
                    "must have " + width + " fields, as the header, but has " + fields.get().length);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
