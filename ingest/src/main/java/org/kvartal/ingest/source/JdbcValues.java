package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.ColumnType;

/** Reads cells of a result as values of the lake. */
final class JdbcValues {
    private static final int LAST_YEAR = 9999;

    private final ValueReader texts;

    JdbcValues(ValueReader texts) {
        this.texts = texts;
    }

    /** What the driver has for a cell, in the Java type nearest to the wanted one; null for NULL. */
    @Nullable
    Object fetched(ResultSet row, JdbcColumn column, ColumnType wanted) throws SQLException {
        int index = column.index();
        return switch (column.sqlType()) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                isNumeric(wanted) ? number(row, index, column) : row.getString(index);
            case Types.REAL, Types.FLOAT, Types.DOUBLE ->
                isNumeric(wanted) ? fraction(row, index) : row.getString(index);
            case Types.BOOLEAN, Types.BIT -> wanted == ColumnType.FLAG ? flag(row, index) : row.getString(index);
            case Types.DATE -> wanted == ColumnType.DATE ? row.getObject(index, LocalDate.class) : row.getString(index);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> time(row, column, wanted);
            default -> row.getString(index);
        };
    }

    private static boolean isNumeric(ColumnType type) {
        return type == ColumnType.INTEGER
                || type == ColumnType.NUMBER
                || type == ColumnType.MONEY
                || type == ColumnType.RATE;
    }

    private static @Nullable Object number(ResultSet row, int index, JdbcColumn column) throws SQLException {
        boolean isDecimal = column.sqlType() == Types.NUMERIC || column.sqlType() == Types.DECIMAL;
        if (isDecimal) {
            return row.getBigDecimal(index);
        }
        long value = row.getLong(index);
        return row.wasNull() ? null : (Object) value;
    }

    private static @Nullable Object fraction(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return row.wasNull() ? null : (Object) value;
    }

    private static @Nullable Object flag(ResultSet row, int index) throws SQLException {
        boolean value = row.getBoolean(index);
        return row.wasNull() ? null : (Object) value;
    }

    private static @Nullable Object time(ResultSet row, JdbcColumn column, ColumnType wanted) throws SQLException {
        return switch (wanted) {
            case INSTANT ->
                column.sqlType() == Types.TIMESTAMP
                        ? row.getObject(column.index(), LocalDateTime.class)
                        : row.getObject(column.index(), OffsetDateTime.class);
            case DATE -> row.getObject(column.index(), LocalDate.class);
            default -> row.getString(column.index());
        };
    }

    /** A fetched value as the lake keeps it; empty when it cannot be kept as the wanted type. */
    Optional<?> kept(Object fetched, ColumnType wanted) {
        if (fetched instanceof String text) {
            return texts.read(wanted, text);
        }
        if (fetched instanceof Long number) {
            return wanted == ColumnType.INTEGER ? Optional.of(number) : decimal(BigDecimal.valueOf(number), wanted);
        }
        if (fetched instanceof Double number) {
            return Double.isFinite(number) ? fraction(number, wanted) : Optional.empty();
        }
        if (fetched instanceof BigDecimal number) {
            return decimal(number, wanted);
        }
        if (fetched instanceof LocalDate date) {
            return Optional.of(date).filter(day -> isKept(day.getYear()));
        }
        if (fetched instanceof LocalDateTime time) {
            return Optional.of(time).filter(local -> isKept(local.getYear())).map(texts::kept);
        }
        if (fetched instanceof OffsetDateTime time) {
            return Optional.of(time)
                    .filter(instant -> isKept(instant.getYear()))
                    .map(ValueReader::kept);
        }
        return Optional.of(fetched);
    }

    private static Optional<?> fraction(double number, ColumnType wanted) {
        return wanted == ColumnType.NUMBER ? Optional.of(number) : decimal(BigDecimal.valueOf(number), wanted);
    }

    private static Optional<?> decimal(BigDecimal number, ColumnType wanted) {
        return switch (wanted) {
            case NUMBER -> Optional.of(number.doubleValue()).filter(Double::isFinite);
            case INTEGER -> whole(number);
            default -> ValueReader.kept(wanted, number);
        };
    }

    private static Optional<Long> whole(BigDecimal number) {
        try {
            return Optional.of(number.longValueExact());
        } catch (ArithmeticException fractionOrTooLarge) {
            return Optional.empty();
        }
    }

    /** Databases have dates that stand for "for ever"; the lake has none. */
    private static boolean isKept(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }
}
