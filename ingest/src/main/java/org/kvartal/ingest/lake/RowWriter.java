package org.kvartal.ingest.lake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.parquet.ParquetValueWriter;
import org.apache.iceberg.parquet.ParquetValueWriters;
import org.apache.iceberg.parquet.ParquetValueWriters.PrimitiveWriter;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.io.api.Binary;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a row to the columns of a Parquet file as they are. Iceberg's own writer wants them in a record,
 * and takes points in time and text apart in more steps.
 */
final class RowWriter extends ParquetValueWriters.StructWriter<@Nullable Object[]> {

    private RowWriter(int[] positions, List<ParquetValueWriter<?>> writers) {
        super(positions, writers);
    }

    /** @param columns names in the order of a row's values; columns of the table that are not among them are empty */
    static RowWriter of(Schema table, MessageType file, List<String> columns) {
        List<ParquetValueWriter<?>> writers = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (Types.NestedField field : table.columns()) {
            ColumnDescriptor column = file.getColumnDescription(new String[] {field.name()});
            writers.add(ParquetValueWriters.option(
                    file.getType(field.name()), column.getMaxDefinitionLevel(), writer(field.type(), column)));
            positions.add(columns.indexOf(field.name()));
        }
        return new RowWriter(positions.stream().mapToInt(Integer::intValue).toArray(), writers);
    }

    private static ParquetValueWriter<?> writer(Type type, ColumnDescriptor column) {
        return switch (type.typeId()) {
            case STRING -> new TextWriter(column);
            case LONG -> ParquetValueWriters.longs(column);
            case DOUBLE -> ParquetValueWriters.doubles(column);
            case BOOLEAN -> ParquetValueWriters.booleans(column);
            case DATE -> new DateWriter(column);
            case TIMESTAMP -> new InstantWriter(column);
            case DECIMAL -> decimals((Types.DecimalType) type, column);
            default -> throw new IllegalArgumentException("Invalid type of a column of the lake: " + type);
        };
    }

    private static ParquetValueWriter<?> decimals(Types.DecimalType type, ColumnDescriptor column) {
        return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> ParquetValueWriters.decimalAsInteger(column, type.precision(), type.scale());
            case INT64 -> ParquetValueWriters.decimalAsLong(column, type.precision(), type.scale());
            default -> new WideDecimalWriter(column, type);
        };
    }

    /** The last values of a row may be left out. */
    @Override
    protected @Nullable Object get(@Nullable Object[] row, int position) {
        return position < 0 || position >= row.length ? null : row[position];
    }

    private static final class TextWriter extends PrimitiveWriter<String> {
        TextWriter(ColumnDescriptor column) {
            super(column);
        }

        @Override
        public void write(int level, String text) {
            column.writeBinary(level, Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static final class DateWriter extends PrimitiveWriter<LocalDate> {
        DateWriter(ColumnDescriptor column) {
            super(column);
        }

        @Override
        public void write(int level, LocalDate date) {
            column.writeInteger(level, Math.toIntExact(date.toEpochDay()));
        }
    }

    private static final class InstantWriter extends PrimitiveWriter<OffsetDateTime> {
        private static final long MICROS_OF_SECOND = 1_000_000;
        private static final int NANOS_OF_MICRO = 1_000;

        InstantWriter(ColumnDescriptor column) {
            super(column);
        }

        @Override
        public void write(int level, OffsetDateTime time) {
            column.writeLong(level, time.toEpochSecond() * MICROS_OF_SECOND + time.getNano() / NANOS_OF_MICRO);
        }
    }

    /** Decimals of more digits than a long has. Most values have fewer all the same. */
    private static final class WideDecimalWriter extends PrimitiveWriter<BigDecimal> {
        private final Types.DecimalType type;
        private final int length;

        WideDecimalWriter(ColumnDescriptor column, Types.DecimalType type) {
            super(column);
            this.type = type;
            this.length = column.getPrimitiveType().getTypeLength();
        }

        @Override
        public void write(int level, BigDecimal value) {
            if (value.scale() != type.scale() || value.precision() > type.precision()) {
                throw new IllegalArgumentException("Invalid value of a column of " + type + ": " + value);
            }
            byte[] digits = value.unscaledValue().toByteArray();
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, 0, length - digits.length, (byte) (digits[0] < 0 ? -1 : 0));
            System.arraycopy(digits, 0, bytes, length - digits.length, digits.length);
            column.writeBinary(level, Binary.fromConstantByteArray(bytes));
        }
    }
}
