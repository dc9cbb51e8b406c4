package org.kvartal.ingest.sql;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.kvartal.ingest.lake.ColumnType;

/** Which type of the lake a column of a Spark result becomes. */
final class LakeTypes {
    static final Set<ColumnType> NUMERIC =
            EnumSet.of(ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.MONEY, ColumnType.RATE);

    private static final int CENTS = 2;
    private static final int RATE_DECIMALS = 10;

    private static final Map<DataType, ColumnType> BY_TYPE = Map.of(
            DataTypes.StringType, ColumnType.TEXT,
            DataTypes.IntegerType, ColumnType.INTEGER,
            DataTypes.LongType, ColumnType.INTEGER,
            DataTypes.DoubleType, ColumnType.NUMBER,
            DataTypes.DateType, ColumnType.DATE,
            DataTypes.TimestampType, ColumnType.INSTANT,
            DataTypes.BooleanType, ColumnType.FLAG);

    private LakeTypes() {}

    static Optional<ColumnType> of(StructField field) {
        if (field.dataType() instanceof DecimalType decimal) {
            return switch (decimal.scale()) {
                case CENTS -> Optional.of(ColumnType.MONEY);
                case RATE_DECIMALS -> Optional.of(ColumnType.RATE);
                default -> Optional.empty();
            };
        }
        return Optional.ofNullable(BY_TYPE.get(field.dataType()));
    }
}
