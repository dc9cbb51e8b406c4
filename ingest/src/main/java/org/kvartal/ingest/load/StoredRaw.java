package org.kvartal.ingest.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.sql.LocalTable;

/** Reads a raw table into memory, as Spark has its rows. */
final class StoredRaw {
    private static final long NANOS_OF_MICRO = TimeUnit.MICROSECONDS.toNanos(1);

    private StoredRaw() {}

    static LocalTable read(Lake lake, String qualifiedName, ZoneId zone) {
        int dot = qualifiedName.indexOf('.');
        TableSpec table = new TableSpec(
                qualifiedName.substring(0, dot), qualifiedName.substring(dot + 1), "", List.of(), List.of());
        StructType schema = new StructType();
        Map<String, Type> columns = lake.storedColumns(table);
        for (Map.Entry<String, Type> column : columns.entrySet()) {
            schema = schema.add(column.getKey(), DataType.fromDDL(sqlType(column.getValue())));
        }
        List<String> names = List.copyOf(columns.keySet());
        List<InternalRow> rows = new ArrayList<>();
        lake.scan(table, names, stored -> {
            @Nullable Object[] values = new Object[names.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = inner(stored.getField(names.get(i)), columns.get(names.get(i)));
            }
            rows.add(new GenericInternalRow(values));
        });
        return new LocalTable(schema, rows, zone);
    }

    private static String sqlType(Type type) {
        return switch (type.typeId()) {
            case LONG -> "bigint";
            case TIMESTAMP -> "timestamp";
            default -> type.toString();
        };
    }

    private static @Nullable Object inner(@Nullable Object value, Type type) {
        if (value instanceof CharSequence text) {
            return UTF8String.fromString(text.toString());
        }
        if (value instanceof LocalDate day) {
            return Math.toIntExact(day.toEpochDay());
        }
        if (value instanceof OffsetDateTime moment) {
            return TimeUnit.SECONDS.toMicros(moment.toEpochSecond()) + moment.getNano() / NANOS_OF_MICRO;
        }
        return value instanceof BigDecimal number && type instanceof Types.DecimalType decimal
                ? Decimal.apply(number, decimal.precision(), decimal.scale())
                : value;
    }
}
