package org.kvartal.ingest.load;

import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.sql.LocalTable;

/** What a mapping reads under the name of an extract. */
public sealed interface RawRows {

    Dataset<Row> of(SparkSession spark);

    /** How many rows there are, from the metadata of the lake. */
    long count(Lake lake);

    /** The same rows in memory. */
    LocalTable of(Lake lake, ZoneId zone);

    /** @param table qualified name of the raw table */
    record Extracted(String table) implements RawRows {
        @Override
        public Dataset<Row> of(SparkSession spark) {
            return spark.table(table);
        }

        @Override
        public long count(Lake lake) {
            return lake.rowCount(table);
        }

        @Override
        public LocalTable of(Lake lake, ZoneId zone) {
            return StoredRaw.read(lake, table, zone);
        }
    }

    /** Nothing, because the source lacks it. */
    record Absent(List<Column> columns) implements RawRows {
        public Absent {
            columns = List.copyOf(columns);
        }

        @Override
        public Dataset<Row> of(SparkSession spark) {
            return spark.range(0)
                    .select(columns.stream()
                            .map(column -> functions
                                    .lit(null)
                                    .cast(column.type().sqlType())
                                    .as(column.name()))
                            .toArray(org.apache.spark.sql.Column[]::new));
        }

        @Override
        public long count(Lake lake) {
            return 0;
        }

        @Override
        public LocalTable of(Lake lake, ZoneId zone) {
            StructType schema = new StructType();
            for (Column column : columns) {
                schema =
                        schema.add(column.name(), DataType.fromDDL(column.type().sqlType()));
            }
            return new LocalTable(schema, List.of(), zone);
        }
    }
}
