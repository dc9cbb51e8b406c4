package org.kvartal.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of a lake table one by one, in bounded memory and without Spark. Nothing is visible before {@link #commit};
 * closed without it, the writer leaves the table as it was.
 */
public final class LakeWriter implements AutoCloseable {
    private final Table table;
    private final Consumer<List<DataFile>> publication;
    private final List<String> columns;
    private @Nullable DataWriter<@Nullable Object[]> file;
    private long rowCount;

    LakeWriter(TableSpec spec, Table table, Consumer<List<DataFile>> publication) {
        this.table = table;
        this.publication = publication;
        this.columns = spec.columnNames();
    }

    /** Writes one row, whose values stand in the order of the declared columns; the last ones may be left out. */
    public void write(@Nullable Object[] row) {
        if (row.length > columns.size()) {
            throw new IllegalArgumentException(
                    "Invalid row: it has " + row.length + " values for " + columns.size() + " columns");
        }
        if (file == null) {
            file = open();
        }
        file.write(row);
        rowCount++;
    }

    public long rowCount() {
        return rowCount;
    }

    /** Makes the rows written the table's, on the night's branch. */
    public void commit() {
        List<DataFile> files = new ArrayList<>();
        if (file != null) {
            close(file);
            files.add(file.toDataFile());
            file = null;
        }
        publication.accept(files);
    }

    private DataWriter<@Nullable Object[]> open() {
        String location = table.locationProvider().newDataLocation(UUID.randomUUID() + ".parquet");
        try {
            return Parquet.writeData(table.io().newOutputFile(location))
                    .forTable(table)
                    .createWriterFunc((schema, file) -> RowWriter.of(schema, file, columns))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + location + ": " + e.getMessage(), e);
        }
    }

    private static void close(DataWriter<?> writer) {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + writer + ": " + e.getMessage(), e);
        }
    }

    /** Abandons what was not committed. */
    @Override
    public void close() {
        if (file != null) {
            close(file);
            table.io().deleteFile(file.toDataFile().location());
            file = null;
        }
    }
}
