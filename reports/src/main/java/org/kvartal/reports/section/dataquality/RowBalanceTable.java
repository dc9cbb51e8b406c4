package org.kvartal.reports.section.dataquality;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;

/** Rows read, and where they went, for every clean table. */
final class RowBalanceTable {
    static final String TABLE = "quality.row_balance";

    private static final Unit ROWS = Unit.count("rows");
    private static final List<String> COLUMNS =
            List.of("read_count", "loaded_count", "quarantined_count", "deduplicated_count", "filtered_count");

    private RowBalanceTable() {}

    /** The clean tables with at least one row read. */
    static Set<String> supplied(ReportData data) {
        return new TreeSet<>(data.table("select \"table\" as name from " + TABLE
                        + " group by \"table\" having sum(read_count) > 0 order by name")
                .stringColumn("name")
                .asList());
    }

    static DataTable of(ReportData data) {
        DataTable table = DataTable.of(
                "Where the rows went: read = loaded + rejected + copies + left out",
                Column.text("Table"),
                Column.exact("Read", ROWS),
                Column.exact("Loaded", ROWS),
                Column.exact("Rejected", ROWS),
                Column.exact("Exact copies", ROWS),
                Column.exact("Left out by a rule", ROWS));
        for (String name : supplied(data)) {
            table = table.row(Text.name(name), facts(data, Condition.is("\"table\"", name)));
        }
        return table.total("Total", facts(data, ""));
    }

    private static Fact[] facts(ReportData data, String condition) {
        return COLUMNS.stream()
                .map(column -> data.fact(TABLE, condition, "coalesce(sum(" + column + "), 0)", ROWS))
                .toArray(Fact[]::new);
    }
}
