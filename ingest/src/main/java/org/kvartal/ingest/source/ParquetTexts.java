package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** Writes the values of Parquet columns as text that means exactly them. */
final class ParquetTexts {
    private static final long JULIAN_DAY_OF_1970 = 2_440_588;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long DAY_SECONDS = 86_400;
    private static final long DAY_NANOS = DAY_SECONDS * SECOND_NANOS;

    private ParquetTexts() {}

    /** Writes the value that a row has in a column, by the position of the column. */
    @FunctionalInterface
    interface Text {
        String of(Group row, int column);
    }

    /** How the values of a type are written; empty when they are no text, number, date, time or flag. */
    static Optional<Text> of(PrimitiveType type) {
        @Nullable LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        PrimitiveTypeName stored = type.getPrimitiveTypeName();
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return Optional.of(
                    (row, column) -> new BigDecimal(unscaled(stored, row, column), decimal.getScale()).toPlainString());
        }
        return switch (stored) {
            case BOOLEAN -> Optional.of((row, column) -> String.valueOf(row.getBoolean(column, 0)));
            case FLOAT -> Optional.of((row, column) -> PlainNumber.of(row.getFloat(column, 0)));
            case DOUBLE -> Optional.of((row, column) -> PlainNumber.of(row.getDouble(column, 0)));
            case INT96 -> Optional.of((row, column) -> int96(row.getInt96(column, 0)));
            case INT32 -> whole(meaning).map(text -> (row, column) -> text.apply(row.getInteger(column, 0)));
            case INT64 -> whole(meaning).map(text -> (row, column) -> text.apply(row.getLong(column, 0)));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(stored, meaning);
        };
    }

    private static BigInteger unscaled(PrimitiveTypeName stored, Group row, int column) {
        return switch (stored) {
            case INT32 -> BigInteger.valueOf(row.getInteger(column, 0));
            case INT64 -> BigInteger.valueOf(row.getLong(column, 0));
            default -> new BigInteger(row.getBinary(column, 0).getBytes());
        };
    }

    private static Optional<LongFunction<String>> whole(@Nullable LogicalTypeAnnotation meaning) {
        if (meaning == null) {
            return Optional.of(Long::toString);
        }
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return Optional.of(day -> LocalDate.ofEpochDay(day).toString());
        }
        if (meaning instanceof IntLogicalTypeAnnotation number) {
            return Optional.of(number.isSigned() ? Long::toString : unsigned(number.getBitWidth()));
        }
        if (meaning instanceof TimeLogicalTypeAnnotation time) {
            long nanos = nanos(time.getUnit());
            return Optional.of(value -> LocalTime.ofNanoOfDay(Math.floorMod(value, DAY_NANOS / nanos) * nanos)
                    .toString());
        }
        if (meaning instanceof TimestampLogicalTypeAnnotation moment) {
            long nanos = nanos(moment.getUnit());
            String zone = moment.isAdjustedToUTC() ? "Z" : "";
            return Optional.of(value -> moment(value, nanos) + zone);
        }
        return Optional.empty();
    }

    private static LongFunction<String> unsigned(int bits) {
        return bits == Long.SIZE ? Long::toUnsignedString : value -> Integer.toUnsignedString((int) value);
    }

    private static long nanos(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> 1_000_000;
            case MICROS -> 1_000;
            case NANOS -> 1;
        };
    }

    private static String moment(long value, long nanos) {
        long perSecond = SECOND_NANOS / nanos;
        return utc(Math.floorDiv(value, perSecond), Math.floorMod(value, perSecond) * nanos);
    }

    private static String utc(long seconds, long nanos) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds, nanos), ZoneOffset.UTC));
    }

    /** Nanoseconds of the day, then the Julian day; by convention in UTC. */
    private static String int96(Binary value) {
        ByteBuffer bytes = ByteBuffer.wrap(value.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
        long nanosOfDay = bytes.getLong();
        long day = bytes.getInt() - JULIAN_DAY_OF_1970;
        return utc(day * DAY_SECONDS, nanosOfDay) + "Z";
    }

    private static Optional<Text> bytes(PrimitiveTypeName stored, @Nullable LogicalTypeAnnotation meaning) {
        boolean isText = meaning instanceof StringLogicalTypeAnnotation
                || meaning instanceof EnumLogicalTypeAnnotation
                || meaning instanceof JsonLogicalTypeAnnotation
                || meaning == null && stored == PrimitiveTypeName.BINARY;
        if (isText) {
            return Optional.of((row, column) -> row.getBinary(column, 0).toStringUsingUTF8());
        }
        return meaning instanceof UUIDLogicalTypeAnnotation
                ? Optional.of((row, column) -> uuid(row.getBinary(column, 0)))
                : Optional.empty();
    }

    private static String uuid(Binary value) {
        ByteBuffer bytes = value.toByteBuffer();
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
}
