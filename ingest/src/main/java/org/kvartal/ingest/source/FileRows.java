package org.kvartal.ingest.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;

/** Turns the fields of a file into the values of its columns, and what cannot be turned into rejections. */
final class FileRows implements RecordReader {
    private static final char REPLACEMENT = '\uFFFD';

    private final String file;
    private final List<Column> columns;
    private final int[] positions;
    private final int width;
    private final CsvDialect dialect;
    private final ValueReader values;
    private final RowSink sink;

    /** @param delivered the columns of the extract, among them those of the file */
    FileRows(
            String file,
            FileColumns columns,
            List<Column> delivered,
            CsvDialect dialect,
            ValueReader values,
            RowSink sink) {
        this.file = file;
        this.columns = columns.present();
        this.positions = this.columns.stream().mapToInt(delivered::indexOf).toArray();
        this.width = delivered.size();
        this.dialect = dialect;
        this.values = values;
        this.sink = sink;
    }

    @Override
    public void record(long line, String text, String[] fields) {
        if (text.indexOf(REPLACEMENT) >= 0) {
            rejectEncoding(line, text, fields);
            return;
        }
        @Nullable Object[] row = new Object[width];
        for (int i = 0; i < fields.length; i++) {
            Optional<FieldDefect> defect = fields[i].isEmpty() ? Optional.empty() : put(row, i, fields[i]);
            if (defect.isPresent()) {
                reject(
                        line,
                        text,
                        i,
                        fields[i],
                        defect.get().rule(),
                        defect.get().reason());
                return;
            }
        }
        sink.row(row, file, line);
    }

    /** Puts the value of a field into the row, or says why it cannot. */
    private Optional<FieldDefect> put(@Nullable Object[] row, int field, String text) {
        ColumnType type = columns.get(field).type();
        if (type == ColumnType.TEXT || type == ColumnType.ID) {
            Optional<FieldDefect> defect = FieldDefect.ofText(type, text);
            if (defect.isPresent()) {
                return defect;
            }
        }
        Optional<?> value = values.read(type, text);
        if (value.isEmpty()) {
            return Optional.of(new FieldDefect("type", ValueReader.rule(type)));
        }
        @Nullable Object before = row[positions[field]];
        if (before != null && !before.equals(value.get())) {
            return Optional.of(new FieldDefect("repeated-column", "must be the same in both columns of this name"));
        }
        row[positions[field]] = value.get();
        return Optional.empty();
    }

    private void rejectEncoding(long line, String text, String[] fields) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].indexOf(REPLACEMENT) >= 0) {
                reject(line, text, i, fields[i], "encoding", "must be text in " + dialect.encoding());
                return;
            }
        }
    }

    private void reject(long line, String text, int column, String value, String rule, String reason) {
        sink.rejected(new Rejection(file, line, columns.get(column).name(), value, rule, reason, text));
    }

    @Override
    public void broken(long line, String text, int field, String value, String rule, String reason) {
        reject(line, text, field, value, rule, reason);
    }

    @Override
    public void broken(long line, String text, String rule, String reason) {
        sink.rejected(new Rejection(file, line, "", "", rule, reason, text));
    }
}
