package org.kvartal.ingest.load;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.kvartal.ingest.lake.Column;

/** What a mapping reads under the name of an extract. */
public sealed interface RawRows {

    Dataset<Row> of(SparkSession spark);

    /** @param table qualified name of the raw table */
    record Extracted(String table) implements RawRows {
        @Override
        public Dataset<Row> of(SparkSession spark) {
            return spark.table(table);
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
    }
}
