package org.kvartal.reports.trace;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.ingest.sql.Drill;
import org.kvartal.reports.data.Datasets;

/**
 * A stop on the way from a number to the source: the rows of one table that it is made of.
 *
 * @param sql gives the rows
 * @param rows how many there are
 */
public record TraceStep(TracedTable table, String sql, long rows) {

    /** From the table that the number was computed on to the last that has rows behind it which can be told. */
    public static List<TraceStep> of(Trace trace, TraceRegistry registry, Datasets datasets) {
        List<TraceStep> steps = new ArrayList<>();
        String sql = trace.rowsSql();
        for (TracedTable table : registry.way(trace.table())) {
            long rows = ((Number) datasets.row("select count(*) from (" + sql + ")")[0]).longValue();
            if (rows == 0 && !steps.isEmpty()) {
                return List.copyOf(steps);
            }
            steps.add(new TraceStep(table, sql, rows));
            Drill drill = table.drill();
            sql = drill == null ? sql : drill.behind(sql);
        }
        return List.copyOf(steps);
    }
}
