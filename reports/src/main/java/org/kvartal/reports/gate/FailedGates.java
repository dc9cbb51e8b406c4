package org.kvartal.reports.gate;

import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** Reads the gates that tables did not pass on the night of a release. */
public final class FailedGates {
    private static final String KNOWN =
            "select table_name from information_schema.tables where table_schema = 'quality'"
                    + " and table_name = 'gates'";

    private FailedGates() {}

    /** Those with any of these verdicts; none in a release that knows no gates. */
    public static List<FailedGate> of(ReportData data, List<String> verdicts) {
        if (data.table(KNOWN).isEmpty()) {
            return List.of();
        }
        Table rows = data.table("select gate, \"table\", coalesce(source, '') as source, coalesce(name, '') as name,"
                + " verdict, query from " + FailedGate.GATES + " where night = " + Condition.literal(data.asOf())
                + " and " + Condition.isOneOf("verdict", verdicts) + " order by gate, 2, 3, 4");
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> new FailedGate(
                        rows.stringColumn("gate").get(i),
                        rows.stringColumn("table").get(i),
                        rows.stringColumn("source").get(i),
                        rows.stringColumn("name").get(i),
                        rows.stringColumn("verdict").get(i),
                        rows.stringColumn("query").get(i)))
                .toList();
    }
}
