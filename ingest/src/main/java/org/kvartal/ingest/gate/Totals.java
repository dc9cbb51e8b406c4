package org.kvartal.ingest.gate;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.SqlEngine;
import org.kvartal.ingest.sql.LocalSql;

/** Sums over tables of the night, with all their digits; by Spark only where nothing else may read the lake. */
final class Totals implements AutoCloseable {
    private final Night night;
    private final Set<String> exposed = new HashSet<>();
    private @Nullable LocalSql local;

    Totals(Night night) {
        this.night = night;
    }

    /**
     * The value of an expression; 0 where no row counts.
     *
     * @param rows condition that chooses the rows; empty for all
     */
    BigDecimal total(String table, String expression, String rows) {
        String query = "select " + expression.replace(":as_of_end", asOfEnd()) + " from " + table
                + (rows.isEmpty() ? "" : " where " + rows);
        Optional<String> value = isLocal() ? locally(table, query) : bySpark(query);
        return value.map(BigDecimal::new).orElse(BigDecimal.ZERO);
    }

    private boolean isLocal() {
        return night.engine() != SqlEngine.SPARK;
    }

    private String asOfEnd() {
        return (isLocal() ? "timestamptz '" : "timestamp '") + night.asOf().end() + "'";
    }

    private Optional<String> locally(String table, String query) {
        LocalSql sql = local == null ? LocalSql.open(night.asOf().zone(), night.scratch()) : local;
        local = sql;
        if (exposed.add(table)) {
            sql.expose(night.lake(), table);
        }
        return sql.value("add up " + table, query);
    }

    private Optional<String> bySpark(String query) {
        @Nullable Object value = night.session().spark().sql(query).first().get(0);
        return Optional.ofNullable(value)
                .map(found -> found instanceof BigDecimal exact ? exact.toPlainString() : found.toString());
    }

    @Override
    public void close() {
        if (local != null) {
            local.close();
        }
    }
}
