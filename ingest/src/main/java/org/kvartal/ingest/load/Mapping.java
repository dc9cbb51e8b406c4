package org.kvartal.ingest.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.LocalTable;
import org.kvartal.ingest.sql.SqlQuery;

/**
 * How one source fills one clean table: the SQL of its preset over the rows extracted tonight.
 *
 * @param table the clean table
 * @param query selects the columns of the clean table and the origin of each row
 * @param extracts what the SQL reads, by the names that it uses
 * @param currencies the parameters {@code project_currency} and {@code source_currency}
 */
public record Mapping(
        String source, TableSpec table, SqlQuery query, Map<String, RawRows> extracts, Map<String, Object> currencies) {

    /** The parameters by which SQL takes back what was changed after the as-of date. */
    static final Set<String> DATES = Set.of("as_of", "as_of_end");

    private static final long MOST_LOCAL_ROWS = 250_000;

    public Mapping {
        extracts = Map.copyOf(extracts);
        currencies = Map.copyOf(currencies);
    }

    /**
     * The mapped rows. Parameters, beside the currencies: {@code :as_of}, a date, and {@code :as_of_end}, the first
     * instant after it.
     */
    public Dataset<Row> run(LakeSession session, AsOf asOf) {
        for (String name : query.relations()) {
            extracts.get(name).of(session.spark()).createOrReplaceTempView(name);
        }
        return query.run(session.spark(), parameters(asOf));
    }

    /** The same within this process; nothing where rows are many, or the SQL takes more than rows side by side. */
    Optional<LocalTable> run(Lake lake, AsOf asOf) {
        Set<String> names = query.relations();
        if (names.stream().mapToLong(name -> extracts.get(name).count(lake)).sum() > MOST_LOCAL_ROWS) {
            return Optional.empty();
        }
        Map<String, LocalTable> tables = new HashMap<>();
        names.forEach(name -> tables.put(name, extracts.get(name).of(lake, asOf.zone())));
        return LocalTable.query(query, tables, parameters(asOf), asOf.zone());
    }

    private Map<String, Object> parameters(AsOf asOf) {
        Map<String, Object> parameters = new HashMap<>(currencies);
        parameters.putAll(asOf.parameters());
        return parameters;
    }
}
