package org.kvartal.reports.section.dataquality;

import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/**
 * A rule that rows of a table broke.
 *
 * @param column empty when the rule looks at whole rows
 */
record FailedRule(String table, String rule, String column, String severity) {
    private static final int MOST_RULES = 20;
    private static final String COLUMNS =
            "select \"table\", rule, coalesce(\"column\", '') as col, max(severity) as severity";

    /** Rules by which rows were rejected, those with most rows first. */
    static List<FailedRule> rejecting(ReportData data) {
        return read(
                data,
                COLUMNS + " from quality.checks where failed_count > 0 and severity = 'quarantine'"
                        + " group by 1, 2, 3 order by sum(failed_count) desc, 1, 2, 3");
    }

    /** Rules that rows broke which were kept or repaired, those with most rows first. */
    static List<FailedRule> flagging(ReportData data) {
        return read(data, COLUMNS + " from quality.flags group by 1, 2, 3 order by count(*) desc, 1, 2, 3");
    }

    private static List<FailedRule> read(ReportData data, String sql) {
        Table rows = data.table(sql + " limit " + MOST_RULES);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> new FailedRule(
                        rows.stringColumn("table").get(i),
                        rows.stringColumn("rule").get(i),
                        rows.stringColumn("col").get(i),
                        rows.stringColumn("severity").get(i)))
                .toList();
    }

    /** Chooses its rows in the tables of {@code quality}. */
    String condition() {
        return Condition.all(
                Condition.is("\"table\"", table), Condition.is("rule", rule), Condition.is("\"column\"", column));
    }

    /** What to paste into a shell to list the rejected rows. */
    String queryOfRejected() {
        return query("quarantine." + table, Condition.is("rule", rule));
    }

    /** What to paste into a shell to list the rows that were kept. */
    String queryOfFlagged() {
        return query("quality.flags f", Condition.all(Condition.is("f.table", table), Condition.is("f.rule", rule)));
    }

    /** In double quotes for the shell, so the SQL has none: {@code table} is a reserved word only without its alias. */
    private static String query(String from, String condition) {
        return "kvartal query \"select * from " + from + " where " + condition + "\"";
    }
}
