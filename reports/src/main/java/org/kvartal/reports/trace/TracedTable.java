package org.kvartal.reports.trace;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.sql.Drill;
import org.kvartal.ingest.sql.SqlModel;

/**
 * A published table on the way from a printed number to the rows of the source.
 *
 * @param inputs tables that it is made from, where it is made by one statement
 * @param drill where the rows behind its rows stand; null when single rows cannot be told
 */
public record TracedTable(
        String table, List<String> inputs, @Nullable Drill drill) {

    public TracedTable {
        inputs = List.copyOf(inputs);
    }

    public static TracedTable of(SqlModel mart, TableSpec spec) {
        return new TracedTable(
                mart.qualifiedName(),
                mart.inputs(),
                mart.drill().or(() -> ofKey(spec)).orElse(null));
    }

    public static TracedTable of(TableSpec spec) {
        return new TracedTable(spec.qualifiedName(), List.of(), ofKey(spec).orElse(null));
    }

    /** A table with a row for each of the source's, as for each opportunity, leads to that one. */
    private static Optional<Drill> ofKey(TableSpec spec) {
        if (spec.key().size() != 1 || spec.namespace().equals(CrmTables.OPPORTUNITIES.namespace())) {
            return Optional.empty();
        }
        String key = spec.key().get(0);
        return CrmTables.ALL.stream()
                .filter(clean -> clean.key().equals(List.of(key)))
                .findFirst()
                .map(clean -> Drill.toTheSame(clean.qualifiedName(), key));
    }
}
