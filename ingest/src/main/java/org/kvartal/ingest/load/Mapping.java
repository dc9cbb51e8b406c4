package org.kvartal.ingest.load;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.SqlQuery;

/**
 * How one source fills one clean table: the SQL of its preset over the rows extracted tonight.
 *
 * @param table the clean table
 * @param query selects the columns of the clean table and the origin of each row
 * @param rawTables qualified names of the source's raw tables, by the names that the SQL uses
 */
public record Mapping(String source, TableSpec table, SqlQuery query, Map<String, String> rawTables) {

    public Mapping {
        rawTables = Map.copyOf(rawTables);
    }

    /** The mapped rows. Parameters: {@code :as_of}, a date, and {@code :as_of_end}, the first instant after it. */
    public Dataset<Row> run(LakeSession session, AsOf asOf) {
        for (String name : query.relations()) {
            session.spark()
                    .table(rawTables.get(name))
                    .where(functions.col(RawTables.NIGHT_OF).equalTo(functions.lit(asOf.date())))
                    .createOrReplaceTempView(name);
        }
        return query.run(session.spark(), Map.of("as_of", asOf.date(), "as_of_end", asOf.end()));
    }
}
