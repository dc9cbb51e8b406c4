package org.kvartal.reports.section.dataquality;

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
import org.kvartal.reports.gate.FailedGate;
import org.kvartal.reports.gate.FailedGates;

/** The checks of whole tables that were not passed, one table for each measure, with the query that lists the rows. */
final class GateTable {
    private static final int MOST_ROWS = 20;
    private static final List<String> SHARES = List.of("row-drop", "quarantine");
    private static final List<String> AGES = List.of("freshness");
    private static final List<String> TOTALS = List.of("reconciliation", "mart-totals");
    private static final Unit ROWS = Unit.count("rows");
    private static final Unit DAYS = Unit.measure("days", 0);
    private static final Unit TOTAL = Unit.named("", 2);

    private GateTable() {}

    /** Nothing when every check was passed. */
    static List<Block> blocks(ReportData data) {
        List<FailedGate> failed = FailedGates.of(data, List.of("block", "warn", "accepted"));
        List<Block> blocks = new ArrayList<>();
        add(blocks, shares(data, of(failed, SHARES)));
        add(blocks, ages(data, of(failed, AGES)));
        add(blocks, totals(data, of(failed, TOTALS)));
        return blocks;
    }

    private static List<FailedGate> of(List<FailedGate> failed, List<String> gates) {
        return failed.stream()
                .filter(gate -> gates.contains(gate.gate()))
                .limit(MOST_ROWS)
                .toList();
    }

    private static void add(List<Block> blocks, DataTable table) {
        if (!table.rows().isEmpty()) {
            blocks.add(table);
        }
    }

    private static DataTable shares(ReportData data, List<FailedGate> failed) {
        DataTable table = DataTable.of(
                "Rows missing or rejected beyond the limit",
                Column.text("Table"),
                Column.text("Source"),
                Column.text("Check"),
                Column.exact("Rows before, or read", ROWS),
                Column.number("Share", Unit.RATE),
                Column.number("At most", Unit.RATE),
                Column.text("What follows"),
                Column.text("To list them"));
        for (FailedGate gate : failed) {
            Text check = gate.gate().equals("row-drop") ? Text.of("rows missing") : Text.of("rows rejected");
            table = table.row(
                    Cell.label(Text.name(gate.table())),
                    Cell.label(Text.name(gate.source())),
                    Cell.label(check),
                    Cell.number(gate.rowsExpected(data)),
                    Cell.number(gate.shareMeasured(data)),
                    Cell.number(gate.shareAllowed(data)),
                    Cell.label(consequence(gate)),
                    Cell.label(query(gate)));
        }
        return table;
    }

    private static DataTable ages(ReportData data, List<FailedGate> failed) {
        DataTable table = DataTable.of(
                "Tables whose newest row is too old",
                Column.text("Table"),
                Column.text("Source"),
                Column.exact("Age", DAYS),
                Column.exact("At most", DAYS),
                Column.text("What follows"),
                Column.text("To list them"));
        for (FailedGate gate : failed) {
            table = row(table, gate, gate.daysMeasured(data), gate.daysAllowed(data));
        }
        return table;
    }

    private static DataTable totals(ReportData data, List<FailedGate> failed) {
        DataTable table = DataTable.of(
                "Totals that differ",
                Column.text("Table"),
                Column.text("Source"),
                Column.exact("To be found", TOTAL),
                Column.exact("Found", TOTAL),
                Column.exact("Difference", TOTAL),
                Column.text("What follows"),
                Column.text("To list them"));
        for (FailedGate gate : failed) {
            table = row(table, gate, gate.totalExpected(data), gate.totalFound(data), gate.difference(data));
        }
        return table;
    }

    private static DataTable row(DataTable table, FailedGate gate, Fact... numbers) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.label(Text.name(gate.table())));
        cells.add(Cell.label(Text.name(gate.source())));
        for (Fact number : numbers) {
            cells.add(Cell.number(number));
        }
        cells.add(Cell.label(consequence(gate)));
        cells.add(Cell.label(query(gate)));
        return table.row(cells.toArray(Cell[]::new));
    }

    private static Text consequence(FailedGate gate) {
        return switch (gate.verdict()) {
            case "block" -> Text.of("what rests on it is not shown");
            case "accepted" -> Text.of("let through by hand");
            default -> Text.of("told here only");
        };
    }

    /** What to paste into a shell. */
    private static Text query(FailedGate gate) {
        return Text.name("kvartal query \"" + gate.query() + "\"");
    }
}
