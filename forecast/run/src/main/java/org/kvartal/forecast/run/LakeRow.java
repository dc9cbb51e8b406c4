package org.kvartal.forecast.run;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

/** A row of a table, filled column by column. */
final class LakeRow {
    private final List<String> names;
    private final @Nullable Object[] values;

    LakeRow(TableSpec table) {
        this(table.columnNames());
    }

    /** @param names of the columns: for those who fill millions of rows and ask the table once */
    LakeRow(List<String> names) {
        this.names = names;
        this.values = new Object[names.size()];
    }

    void put(String column, @Nullable Object value) {
        int at = names.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("Invalid column: " + column + ", the table has " + names);
        }
        values[at] = value;
    }

    @Nullable
    Object[] values() {
        return values;
    }

    Row toSpark() {
        return RowFactory.create(values);
    }

    /** The columns of a table as Spark has them. */
    static StructType schema(TableSpec table) {
        StructType schema = new StructType();
        for (Column column : table.columns()) {
            schema = schema.add(column.name(), DataType.fromDDL(column.type().sqlType()));
        }
        return schema;
    }
}
