package org.kvartal.reports.section.people;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** What every course did to every outcome, one table for each scale. */
final class OutcomeTables {
    private static final int MOST_ROWS = 12;

    private OutcomeTables() {}

    /** The first stands for all on the pages of a board. */
    static List<Block> blocks(ReportData data) {
        return all(data).stream().limit(1).toList();
    }

    static List<Block> details(ReportData data) {
        return all(data).stream().skip(1).toList();
    }

    private static List<Block> all(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        for (TrainingOutcome.Scale scale : TrainingOutcome.Scale.values()) {
            Table rows = data.table("select programme, outcome, verdict from " + Headline.TABLE + " where "
                    + Condition.is("scale", scale.stored())
                    + " order by is_headline desc, trained_count desc, programme, outcome limit " + MOST_ROWS);
            if (!rows.isEmpty()) {
                blocks.add(table(data, scale, rows));
            }
        }
        return blocks;
    }

    private static DataTable table(ReportData data, TrainingOutcome.Scale scale, Table rows) {
        DataTable table = DataTable.of(
                scale.caption(),
                Column.text("Course"),
                Column.text("Outcome"),
                Column.text("Verdict"),
                Column.exact("Change", scale.unit()),
                Column.exact("from", scale.unit()),
                Column.exact("to", scale.unit()),
                Column.exact("Trained", Unit.count("persons")),
                Column.exact("Cases", Unit.count("cases")),
                Column.exact("Cases needed", Unit.count("cases")));
        for (int i = 0; i < rows.rowCount(); i++) {
            String programme = rows.stringColumn("programme").get(i);
            String stored = rows.stringColumn("outcome").get(i);
            TrainingOutcome outcome = TrainingOutcome.of(stored);
            String condition = Condition.all(Condition.is("programme", programme), Condition.is("outcome", stored));
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.label(Text.name(programme)),
                    Cell.label(outcome.title()),
                    Cell.label(Text.phrase(rows.stringColumn("verdict").get(i)))));
            List.of("change", "change_low", "change_high")
                    .forEach(column -> cells.add(cell(data, condition, column, scale.unit())));
            cells.add(cell(data, condition, "trained_count", Unit.count("persons")));
            List.of("case_count", "cases_needed")
                    .forEach(column -> cells.add(cell(data, condition, column, Unit.count("cases"))));
            table = table.row(cells.toArray(Cell[]::new));
        }
        return table;
    }

    private static Cell cell(ReportData data, String condition, String column, Unit unit) {
        Fact fact = data.cell(Headline.TABLE, condition, column, unit);
        return Cell.number(fact);
    }
}
