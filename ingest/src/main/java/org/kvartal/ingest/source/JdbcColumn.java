package org.kvartal.ingest.source;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import org.kvartal.ingest.lake.ColumnType;

/**
 * A column of a result as its database declares it.
 *
 * @param index from 1
 * @param sqlType of {@link Types}
 */
record JdbcColumn(int index, String name, int sqlType, String typeName, int precision, int scale) {
    private static final int MONEY_SCALE = 2;
    /** Beyond this a precision means "any". */
    private static final int MOST_DIGITS = 38;

    static JdbcColumn of(ResultSetMetaData metaData, int index, Engine engine) throws SQLException {
        String typeName = metaData.getColumnTypeName(index);
        return new JdbcColumn(
                index,
                metaData.getColumnLabel(index),
                engine.sqlType(metaData.getColumnType(index), typeName),
                typeName,
                metaData.getPrecision(index),
                metaData.getScale(index));
    }

    /** The type of the lake that keeps the column's values; empty for bytes, which no table keeps. */
    Optional<ColumnType> type() {
        return switch (sqlType) {
            case Types.BOOLEAN -> Optional.of(ColumnType.FLAG);
            case Types.BIT -> Optional.of(precision <= 1 ? ColumnType.FLAG : ColumnType.TEXT);
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(ColumnType.INTEGER);
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Optional.of(ColumnType.NUMBER);
            case Types.NUMERIC, Types.DECIMAL -> Optional.of(decimalType());
            case Types.DATE -> Optional.of(ColumnType.DATE);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(ColumnType.INSTANT);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                typeName.equalsIgnoreCase("uuid") ? Optional.of(ColumnType.TEXT) : Optional.empty();
            default -> Optional.of(ColumnType.TEXT);
        };
    }

    private ColumnType decimalType() {
        boolean bounded = precision > 0 && precision <= MOST_DIGITS;
        if (bounded && scale == 0) {
            return ColumnType.INTEGER;
        }
        return bounded && scale <= MONEY_SCALE ? ColumnType.MONEY : ColumnType.RATE;
    }

    JdbcColumn numbered(int newIndex) {
        return new JdbcColumn(newIndex, name, sqlType, typeName, precision, scale);
    }

    String lowerCaseName() {
        return name.toLowerCase(Locale.ROOT);
    }
}
