package org.kvartal.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.parquet.Parquet;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to a table and takes out others by their key, at a cost that follows what changes: what stays is neither read
 * nor written. Nothing is visible before {@link #commit}.
 */
public final class LakeUpsert implements AutoCloseable {
    private final Table table;
    private final String key;
    private final BiConsumer<List<DataFile>, List<DeleteFile>> publication;
    private final List<DataFile> added = new ArrayList<>();
    private final LakeWriter rows;
    private @Nullable EqualityDeleteWriter<Record> deletes;

    LakeUpsert(TableSpec spec, Table table, String key, BiConsumer<List<DataFile>, List<DeleteFile>> publication) {
        this.table = table;
        this.key = key;
        this.publication = publication;
        this.rows = new LakeWriter(spec, table, added::addAll);
    }

    /** Adds a row, whose values stand in the order of the declared columns. */
    public void add(@Nullable Object[] row) {
        rows.write(row);
    }

    /** Takes out the rows with this key that were in the table before. */
    public void takeOut(long keyValue) {
        EqualityDeleteWriter<Record> writer = deletes == null ? open() : deletes;
        deletes = writer;
        Record record = GenericRecord.create(keySchema());
        record.setField(key, keyValue);
        writer.write(record);
    }

    private Schema keySchema() {
        return table.schema().select(key);
    }

    private EqualityDeleteWriter<Record> open() {
        String location = table.locationProvider().newDataLocation(UUID.randomUUID() + "-deletes.parquet");
        try {
            return Parquet.writeDeletes(table.io().newOutputFile(location))
                    .forTable(table)
                    .rowSchema(keySchema())
                    .equalityFieldIds(List.of(table.schema().findField(key).fieldId()))
                    .createWriterFunc(GenericParquetWriter::create)
                    .buildEqualityWriter();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + location + ": " + e.getMessage(), e);
        }
    }

    /** Makes the changes the table's, on the night's branch. */
    public void commit() {
        rows.commit();
        List<DeleteFile> taken = new ArrayList<>();
        if (deletes != null) {
            close(deletes);
            taken.add(deletes.toDeleteFile());
            deletes = null;
        }
        publication.accept(added, taken);
    }

    private static void close(EqualityDeleteWriter<Record> writer) {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a file of deletes: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        rows.close();
        if (deletes != null) {
            close(deletes);
        }
    }
}
