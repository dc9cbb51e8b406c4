package org.kvartal.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of a lake table one by one, in bounded memory and without Spark. Nothing is visible before {@link #commit};
 * closed without it, the writer leaves the table as it was.
 */
public final class LakeWriter implements AutoCloseable {
    private final Table table;
    private final Consumer<List<DataFile>> publication;
    private final GenericRecord template;
    private final int[] positions;
    private @Nullable DataWriter<Record> file;
    private long rowCount;

    LakeWriter(TableSpec spec, Table table, Consumer<List<DataFile>> publication) {
        this.table = table;
        this.publication = publication;
        this.template = GenericRecord.create(table.schema());
        List<String> stored =
                table.schema().columns().stream().map(Types.NestedField::name).toList();
        this.positions = spec.columnNames().stream().mapToInt(stored::indexOf).toArray();
    }

    /** Writes one row, whose values stand in the order of the declared columns. */
    public void write(@Nullable Object[] row) {
        GenericRecord record = template.copy();
        for (int i = 0; i < row.length; i++) {
            record.set(positions[i], row[i]);
        }
        if (file == null) {
            file = open();
        }
        file.write(record);
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

    private DataWriter<Record> open() {
        String location = table.locationProvider().newDataLocation(UUID.randomUUID() + ".parquet");
        try {
            return Parquet.writeData(table.io().newOutputFile(location))
                    .forTable(table)
                    .createWriterFunc(GenericParquetWriter::create)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + location + ": " + e.getMessage(), e);
        }
    }

    private static void close(DataWriter<Record> writer) {
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
