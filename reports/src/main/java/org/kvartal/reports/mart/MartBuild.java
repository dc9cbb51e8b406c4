package org.kvartal.reports.mart;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.kvartal.ingest.crm.FiscalDays;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.SqlEngine;
import org.kvartal.ingest.lake.StoredTable;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.sql.LocalSql;
import org.kvartal.ingest.sql.SqlModel;

/**
 * Builds the marts of a night: within this process as long as every table fits on one machine, by Spark beyond. Both
 * give the same marts; a test of each mart runs it in both.
 */
public final class MartBuild {
    private static final long MOST_LOCAL_ROWS = 100_000_000;

    private final Night night;
    private final FiscalCalendar calendar;

    public MartBuild(Night night, FiscalCalendar calendar) {
        this.night = night;
        this.calendar = calendar;
    }

    /** Replaces every mart, in build order. */
    public void run() {
        new PreviousNight(night).keep();
        night.lake().replace(FiscalDays.TABLE, FiscalDays.around(night.asOf(), calendar));
        Map<String, Object> parameters =
                Map.of("as_of", night.asOf().date(), "as_of_end", night.asOf().end());
        if (isLocal()) {
            runLocally(parameters);
        } else {
            runOnSpark(parameters);
        }
    }

    private boolean isLocal() {
        if (night.engine() != SqlEngine.AUTO) {
            return night.engine() == SqlEngine.LOCAL;
        }
        Set<String> tables = new TreeSet<>();
        Marts.all().forEach(mart -> tables.addAll(mart.inputs()));
        return tables.stream().allMatch(table -> night.lake().rowCount(table) <= MOST_LOCAL_ROWS);
    }

    private void runLocally(Map<String, Object> parameters) {
        Lake lake = night.lake();
        try (LocalSql sql = LocalSql.open(night.asOf().zone(), night.scratch())) {
            for (SqlModel mart : Marts.all()) {
                sql.expose(lake, mart);
                sql.store(sql.run(mart, parameters), lake);
            }
        }
    }

    private void runOnSpark(Map<String, Object> parameters) {
        LakeSession session = night.session();
        for (SqlModel mart : Marts.all()) {
            Dataset<Row> rows = mart.run(session.spark(), parameters);
            session.replace(mart.spec(rows.schema()), rows);
        }
    }

    /** The declarations of the calendar and of the marts as they were built. */
    public List<TableSpec> specs() {
        Stream<TableSpec> marts = Marts.all().stream().map(mart -> mart.spec(stored(mart)));
        return Stream.concat(Stream.of(FiscalDays.TABLE), marts).toList();
    }

    private StoredTable stored(SqlModel mart) {
        return night.lake()
                .stored(mart.qualifiedName())
                .orElseThrow(() -> new IllegalStateException("Cannot publish " + mart + ": it was not built"));
    }
}
