package org.kvartal.ingest.source;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;

/** Turns the cells of a database into rows of an extract, and what cannot be turned into rejections. */
final class JdbcRows {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_CELL = 200;

    private final String table;
    private final int width;
    private final List<Column> to;
    private final JdbcValues values;
    private final RowSink sink;

    /**
     * @param width the number of columns that are read
     * @param to the columns to deliver: one for each that is read, then those that stay empty
     */
    JdbcRows(String table, int width, List<Column> to, JdbcValues values, RowSink sink) {
        this.table = table;
        this.width = width;
        this.to = to;
        this.values = values;
        this.sink = sink;
    }

    /** The number of rows, read or rejected. */
    long readAll(Cells rows) throws SQLException {
        long number = 0;
        while (rows.next()) {
            number++;
            read(rows, number);
        }
        return number;
    }

    private void read(Cells row, long number) throws SQLException {
        @Nullable Object[] read = new Object[to.size()];
        for (int i = 0; i < width; i++) {
            ColumnType type = to.get(i).type();
            Object fetched = row.fetched(i, type);
            if (fetched == null || fetched.equals("")) {
                continue;
            }
            Optional<?> kept = isKeepable(fetched) ? values.kept(fetched, type) : Optional.empty();
            if (kept.isEmpty()) {
                reject(row, number, i, fetched);
                return;
            }
            read[i] = kept.get();
        }
        sink.row(read, table, number);
    }

    private static boolean isKeepable(Object fetched) {
        return !(fetched instanceof String text) || !isTooLong(text) && !hasNul(text);
    }

    private static boolean isTooLong(String text) {
        return text.length() > LONGEST_TEXT;
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private void reject(Cells row, long number, int column, Object fetched) throws SQLException {
        String rule = "type";
        String reason = ValueReader.rule(to.get(column).type());
        if (fetched instanceof String text && isTooLong(text)) {
            rule = "length";
            reason = "must be text of at most " + LONGEST_TEXT + " characters";
        } else if (fetched instanceof String text && hasNul(text)) {
            rule = "nul";
            reason = "must be text, without the character NUL";
        }
        String name = to.get(column).name();
        sink.rejected(new Rejection(table, number, name, fetched.toString(), rule, reason, textOf(row)));
    }

    /** The row as people may recognise it: its values, each cut when long. */
    private String textOf(Cells row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String cell = row.text(i);
            cells.add(cell.substring(0, Math.min(cell.length(), LONGEST_CELL)));
        }
        return String.join(", ", cells);
    }
}
