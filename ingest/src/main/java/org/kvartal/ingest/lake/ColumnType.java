package org.kvartal.ingest.lake;

import java.util.Arrays;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** The types a column of a lake table may have, each with its Parquet shape. */
public enum ColumnType {
    /** Text that identifies a row; carries the prefix of the source it came from. */
    ID("text", "string", Types.StringType.get()),
    TEXT("text", "string", Types.StringType.get()),
    /** A whole number of 64 bits. */
    INTEGER("integer", "bigint", Types.LongType.get()),
    /** A measurement that is neither money nor a count. */
    NUMBER("number", "double", Types.DoubleType.get()),
    /** An amount of money with two decimals; its currency stands beside it or is the project's. */
    MONEY("amount of money", "decimal(18,2)", Types.DecimalType.of(18, 2)),
    /** A factor that multiplies money, such as an exchange rate. */
    RATE("rate", "decimal(20,10)", Types.DecimalType.of(20, 10)),
    DATE("date", "date", Types.DateType.get()),
    /** A point in time, kept as UTC. */
    INSTANT("instant", "timestamp", Types.TimestampType.withZone()),
    FLAG("true or false", "boolean", Types.BooleanType.get());

    private final String label;
    private final String sqlType;
    private final Type icebergType;

    ColumnType(String label, String sqlType, Type icebergType) {
        this.label = label;
        this.sqlType = sqlType;
        this.icebergType = icebergType;
    }

    /** How the data dictionary names the type. */
    public String label() {
        return label;
    }

    /** The type in Spark SQL. */
    public String sqlType() {
        return sqlType;
    }

    public Type icebergType() {
        return icebergType;
    }

    /** The type that columns of an Iceberg type have; text that identifies a row is told apart by no store. */
    static ColumnType of(Type icebergType) {
        return Arrays.stream(values())
                .filter(type -> type != ID && type.icebergType.equals(icebergType))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Invalid type of a column of the lake: " + icebergType));
    }
}
