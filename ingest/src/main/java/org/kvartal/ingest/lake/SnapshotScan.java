package org.kvartal.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.CloseableIterable;

/** Reads the rows of one state of a table, one after the other. */
final class SnapshotScan {
    private SnapshotScan() {}

    static void run(
            Table table,
            Snapshot snapshot,
            List<String> columns,
            Expression filter,
            UnaryOperator<IcebergGenerics.ScanBuilder> manner,
            Consumer<Record> consumer) {
        try (CloseableIterable<Record> records = manner.apply(IcebergGenerics.read(table))
                .useSnapshot(snapshot.snapshotId())
                .select(columns)
                .where(filter)
                .build()) {
            WholeFiles.of(table).forEach(records, consumer);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + table.name() + ": " + e.getMessage(), e);
        }
    }
}
