package org.kvartal.reports.section.dataquality;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** The rules that rows broke, each with the query that lists the rows; and the rules that left rows out. */
final class FailedRules {
    private static final int MOST_RULES = 20;
    private static final String REJECTING = "severity = 'quarantine'";
    private static final Unit ROWS = Unit.count("rows");

    private FailedRules() {}

    static List<Block> blocks(ReportData data) {
        List<FailedRule> rejecting = FailedRule.rejecting(data);
        List<FailedRule> flagging = FailedRule.flagging(data);
        List<Block> blocks = new ArrayList<>();
        blocks.add(rejecting.isEmpty() ? new Paragraph(Text.of("No row was rejected.")) : rejected(data, rejecting));
        blocks.add(
                flagging.isEmpty()
                        ? new Paragraph(Text.of("No row was kept that breaks a rule."))
                        : flagged(data, flagging));
        if (data.has("quality.filters")) {
            blocks.add(leftOut(data));
        }
        return blocks;
    }

    private static DataTable rejected(ReportData data, List<FailedRule> rules) {
        DataTable table = DataTable.of(
                "Rejected rows, by rule",
                Column.text("Table"),
                Column.text("Rule"),
                Column.text("Column"),
                Column.exact("Looked at", ROWS),
                Column.exact("Failed", ROWS),
                Column.text("To list them"));
        for (FailedRule rule : rules) {
            String filter = Condition.all(REJECTING, rule.condition());
            table = table.row(
                    Cell.label(Text.name(rule.table())),
                    Cell.label(Text.name(rule.rule())),
                    Cell.label(column(rule)),
                    rows(data, "quality.checks", filter, "sum(checked_count)"),
                    rows(data, "quality.checks", filter, "sum(failed_count)"),
                    Cell.label(Text.name(rule.queryOfRejected())));
        }
        return total(table, rows(data, "quality.checks", REJECTING, "sum(failed_count)"));
    }

    private static DataTable flagged(ReportData data, List<FailedRule> rules) {
        DataTable table = DataTable.of(
                "Rows kept although they break a rule, or repaired, by rule",
                Column.text("Table"),
                Column.text("Rule"),
                Column.text("Column"),
                Column.text("Severity"),
                Column.exact("Rows", ROWS),
                Column.text("To list them"));
        for (FailedRule rule : rules) {
            table = table.row(
                    Cell.label(Text.name(rule.table())),
                    Cell.label(Text.name(rule.rule())),
                    Cell.label(column(rule)),
                    Cell.label(Text.phrase(rule.severity())),
                    rows(data, "quality.flags", rule.condition(), "count(*)"),
                    Cell.label(Text.name(rule.queryOfFlagged())));
        }
        return total(table, rows(data, "quality.flags", "", "count(*)"));
    }

    private static DataTable total(DataTable table, Cell rows) {
        return table.total(
                Cell.label("All rules; a row may break several"),
                Cell.blank(),
                Cell.blank(),
                Cell.blank(),
                rows,
                Cell.blank());
    }

    private static Text column(FailedRule rule) {
        return rule.column().isEmpty() ? Text.of("whole row") : Text.name(rule.column());
    }

    private static DataTable leftOut(ReportData data) {
        DataTable table = DataTable.of(
                "Rows left out by a named rule", Column.text("Table"), Column.text("Rule"), Column.exact("Rows", ROWS));
        Table rules = data.table("select \"table\", rule from quality.filters group by all"
                + " order by sum(filtered_count) desc, \"table\", rule limit " + MOST_RULES);
        for (int i = 0; i < rules.rowCount(); i++) {
            String name = rules.stringColumn("table").get(i);
            String rule = rules.stringColumn("rule").get(i);
            String filter = Condition.all(Condition.is("\"table\"", name), Condition.is("rule", rule));
            table = table.row(
                    Cell.label(Text.name(name)),
                    Cell.label(Text.name(rule)),
                    rows(data, "quality.filters", filter, "sum(filtered_count)"));
        }
        return table.total(Cell.label("Total"), Cell.blank(), rows(data, "quality.filters", "", "sum(filtered_count)"));
    }

    private static Cell rows(ReportData data, String table, String filter, String measure) {
        return Cell.number(data.fact(table, filter, measure, ROWS));
    }
}
