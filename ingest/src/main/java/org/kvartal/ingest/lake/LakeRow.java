package org.kvartal.ingest.lake;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A row of a table, whose values are put in by the names of their columns; what is left out has no value. */
public final class LakeRow {
    private final List<String> names;
    private final @Nullable Object[] values;

    public LakeRow(TableSpec table) {
        this(table.columnNames());
    }

    /** @param names of the columns: for those who fill millions of rows and ask the table once */
    public LakeRow(List<String> names) {
        this.names = names;
        this.values = new Object[names.size()];
    }

    /** Numbers that are none have no value. */
    public LakeRow with(String column, @Nullable Object value) {
        int at = names.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("Invalid column: " + column + " is not one of the table");
        }
        values[at] = value instanceof Double number && !Double.isFinite(number) ? null : value;
        return this;
    }

    /** In the order of the table's columns. */
    public @Nullable Object[] values() {
        return values;
    }

    public Row toSpark() {
        return RowFactory.create(values);
    }

    /** The columns of a table as Spark has them. */
    public static StructType schema(TableSpec table) {
        StructType schema = new StructType();
        for (Column column : table.columns()) {
            schema = schema.add(column.name(), DataType.fromDDL(column.type().sqlType()));
        }
        return schema;
    }
}
