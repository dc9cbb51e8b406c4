package org.kvartal.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.Type;

/** The rows of a Parquet file as text. The header is made of the names of the columns; the line is the number of the row. */
final class ParquetRecords implements FileRecords {
    private final ParquetRows rows;
    private final List<ParquetTexts.Text> texts;
    private boolean headerIsDue = true;
    private long line;

    private ParquetRecords(ParquetRows rows, List<ParquetTexts.Text> texts) {
        this.rows = rows;
        this.texts = texts;
    }

    static ParquetRecords open(Path file) throws IOException {
        ParquetRows rows = ParquetRows.open(file);
        try {
            List<ParquetTexts.Text> texts = new ArrayList<>();
            for (Type column : rows.columns()) {
                texts.add(text(column));
            }
            return new ParquetRecords(rows, texts);
        } catch (InvalidFile refused) {
            rows.close();
            throw refused;
        }
    }

    private static ParquetTexts.Text text(Type column) throws InvalidFile {
        if (!column.isPrimitive() || column.isRepetition(Type.Repetition.REPEATED)) {
            throw new InvalidFile(
                    "is not read: its column " + column.getName() + " is nested; write its parts as columns");
        }
        return ParquetTexts.of(column.asPrimitiveType())
                .orElseThrow(() -> new InvalidFile("is not read: its column " + column.getName()
                        + " holds bytes that are no text, number or time"));
    }

    @Override
    public boolean next(int width, RecordReader reader) throws IOException {
        if (headerIsDue) {
            headerIsDue = false;
            String[] names = rows.columns().stream().map(Type::getName).toArray(String[]::new);
            reader.record(0, String.join(", ", names), names);
            return true;
        }
        Optional<Group> row = rows.next();
        row.ifPresent(values -> hand(values, reader));
        return row.isPresent();
    }

    private void hand(Group row, RecordReader reader) {
        line++;
        String[] fields = new String[texts.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = row.getFieldRepetitionCount(i) == 0 ? "" : texts.get(i).of(row, i);
        }
        reader.record(line, String.join(", ", fields), fields);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
