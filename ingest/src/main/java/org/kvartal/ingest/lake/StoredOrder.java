package org.kvartal.ingest.lake;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Orders the files of a table by the least key that each holds: file names are random, and equal tables must publish
 * equally.
 */
final class StoredOrder {
    private StoredOrder() {}

    static Comparator<DataFile> of(TableSpec spec, Schema schema) {
        return spec.key().stream()
                .map(schema::findField)
                .map(StoredOrder::byLeast)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<DataFile> byLeast(Types.NestedField field) {
        return Comparator.comparing(file -> least(file, field));
    }

    /** Text compares as its bytes do here; within one table that is an order as good as any. */
    private static String least(DataFile file, Types.NestedField field) {
        @Nullable Map<Integer, ByteBuffer> bounds = file.lowerBounds();
        @Nullable ByteBuffer bound = bounds == null ? null : bounds.get(field.fieldId());
        return bound == null
                ? ""
                : Conversions.fromByteBuffer(field.type(), bound).toString();
    }
}
