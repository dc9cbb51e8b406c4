package org.kvartal.ingest.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLDataException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.kvartal.ingest.lake.ColumnType;
import org.postgresql.util.ByteConverter;

/** How PostgreSQL is asked for a column of a copy in binary, and how a cell of it is read. */
enum CopyCell {
    WHOLE(Set.of("int2", "int4", "int8", "smallserial", "serial", "bigserial")) {
        @Override
        Object read(byte[] bytes, int start, int length) {
            return switch (length) {
                case Short.BYTES -> (long) ByteConverter.int2(bytes, start);
                case Integer.BYTES -> (long) ByteConverter.int4(bytes, start);
                default -> ByteConverter.int8(bytes, start);
            };
        }
    },

    WHOLE_AS_TEXT(Set.of()) {
        @Override
        Object read(byte[] bytes, int start, int length) throws SQLDataException {
            return WHOLE.read(bytes, start, length).toString();
        }
    },

    DECIMAL(Set.of("numeric")) {
        @Override
        Object read(byte[] bytes, int start, int length) {
            return ByteConverter.numeric(bytes, start, length);
        }
    },

    /** Not those of 32 bits: 0.1 is another number there. */
    FRACTION(Set.of("float8")) {
        @Override
        Object read(byte[] bytes, int start, int length) {
            return ByteConverter.float8(bytes, start);
        }
    },

    FLAG(Set.of("bool")) {
        @Override
        Object read(byte[] bytes, int start, int length) {
            return ByteConverter.bool(bytes, start);
        }
    },

    DATE(Set.of("date")) {
        @Override
        Object read(byte[] bytes, int start, int length) {
            int days = ByteConverter.int4(bytes, start);
            return days == Integer.MAX_VALUE || days == Integer.MIN_VALUE
                    ? ENDLESS
                    : LocalDate.ofEpochDay((long) days + EPOCH.toEpochDay());
        }
    },

    LOCAL_TIME(Set.of("timestamp")) {
        @Override
        Object read(byte[] bytes, int start, int length) {
            long micros = ByteConverter.int8(bytes, start);
            return micros == Long.MAX_VALUE || micros == Long.MIN_VALUE ? ENDLESS : time(micros);
        }
    },

    INSTANT(Set.of("timestamptz")) {
        @Override
        Object read(byte[] bytes, int start, int length) {
            long micros = ByteConverter.int8(bytes, start);
            return micros == Long.MAX_VALUE || micros == Long.MIN_VALUE
                    ? ENDLESS
                    : time(micros).atOffset(ZoneOffset.UTC);
        }
    },

    TEXT(Set.of("text", "varchar", "bpchar", "name", "json")) {
        @Override
        Object read(byte[] bytes, int start, int length) throws SQLDataException {
            String text = new String(bytes, start, length, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) >= 0) {
                requireDecodable(ByteBuffer.wrap(bytes, start, length));
            }
            return text;
        }
    },

    /** What the server writes for people; nothing for NULL. */
    AS_TEXT(Set.of()) {
        @Override
        String asked(String quotedName) {
            return "pg_catalog.concat(" + quotedName + ")";
        }

        @Override
        Object read(byte[] bytes, int start, int length) throws SQLDataException {
            return TEXT.read(bytes, start, length);
        }
    },

    /** The day of a point in time, in the zone of the session. */
    AS_DATE(Set.of()) {
        @Override
        String asked(String quotedName) {
            return "cast(" + quotedName + " as date)";
        }

        @Override
        Object read(byte[] bytes, int start, int length) throws SQLDataException {
            return DATE.read(bytes, start, length);
        }
    };

    /** No date: databases have some that stand for "for ever". */
    private static final String ENDLESS = "infinity";

    /** From which PostgreSQL counts. */
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private static final long EPOCH_SECOND = EPOCH.toEpochDay() * 86_400;
    private static final int MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;
    private static final char REPLACEMENT = '\uFFFD';

    private final Set<String> typeNames;

    CopyCell(Set<String> typeNames) {
        this.typeNames = typeNames;
    }

    static CopyCell of(JdbcColumn column, ColumnType wanted) {
        String type = column.typeName();
        if (TEXT.typeNames.contains(type)) {
            return TEXT;
        }
        return switch (wanted) {
            case INTEGER, NUMBER, MONEY, RATE -> first(type, WHOLE, DECIMAL, FRACTION);
            case FLAG -> first(type, FLAG);
            case DATE ->
                LOCAL_TIME.typeNames.contains(type) || INSTANT.typeNames.contains(type) ? AS_DATE : first(type, DATE);
            case INSTANT -> first(type, LOCAL_TIME, INSTANT);
            case ID, TEXT -> WHOLE.typeNames.contains(type) ? WHOLE_AS_TEXT : AS_TEXT;
        };
    }

    private static CopyCell first(String type, CopyCell... candidates) {
        for (CopyCell candidate : candidates) {
            if (candidate.typeNames.contains(type)) {
                return candidate;
            }
        }
        return AS_TEXT;
    }

    /** The expression that is copied. */
    String asked(String quotedName) {
        return quotedName;
    }

    /** The cell in the Java type that {@link JdbcValues#kept} knows. */
    abstract Object read(byte[] bytes, int start, int length) throws SQLDataException;

    private static LocalDateTime time(long micros) {
        long second = Math.floorDiv(micros, MICROS_OF_SECOND);
        int nanos = Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO;
        return LocalDateTime.ofEpochSecond(EPOCH_SECOND + second, nanos, ZoneOffset.UTC);
    }

    /** A server that does not know its encoding passes on bytes that mean nothing. */
    private static void requireDecodable(ByteBuffer bytes) throws SQLDataException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException undecodable) {
            throw new SQLDataException("the server holds text that is not in its encoding", "22021", undecodable);
        }
    }
}
