package org.kvartal.reports.render;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Row;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.render.Sheet.Look;

/** The tables of one section below each other, with all digits. The head of the first stays in sight. */
final class SectionSheet {
    private static final double NARROWEST = 12;

    private final Sheet sheet;

    private SectionSheet(Sheet sheet) {
        this.sheet = sheet;
    }

    static void write(Sheet sheet, List<DataTable> tables) {
        SectionSheet section = new SectionSheet(sheet);
        section.setWidths(tables);
        section.writeHead(tables.get(0));
        sheet.freezeAbove();
        section.writeRows(tables.get(0));
        for (DataTable table : tables.subList(1, tables.size())) {
            sheet.nextRow();
            section.writeHead(table);
            section.writeRows(table);
        }
    }

    private void writeHead(DataTable table) {
        sheet.text(0, table.caption(), Look.TITLE).nextRow();
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.text(i, head(table.columns().get(i)), Look.HEAD);
        }
        sheet.nextRow();
    }

    private void writeRows(DataTable table) {
        table.rows().forEach(row -> writeRow(row, Look.PLAIN));
        table.total().forEach(row -> writeRow(row, Look.TOTAL));
    }

    private void writeRow(Row row, Look look) {
        for (int i = 0; i < row.cells().size(); i++) {
            sheet.cell(i, row.cells().get(i), look);
        }
        sheet.nextRow();
    }

    private static String head(Column column) {
        boolean isSaid = column.unit().isFraction() || column.unit().kind() == Unit.Kind.COUNT;
        String unit = isSaid ? "" : column.unit().symbol();
        return unit.isEmpty() ? column.title() : column.title() + ", " + unit;
    }

    private void setWidths(List<DataTable> tables) {
        int columns =
                tables.stream().mapToInt(table -> table.columns().size()).max().orElse(0);
        for (int i = 0; i < columns; i++) {
            int index = i;
            int longest = tables.stream()
                    .filter(table -> index < table.columns().size())
                    .flatMap(table -> texts(table, index))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            sheet.width(i, Math.max(NARROWEST, longest + 2));
        }
    }

    private static Stream<String> texts(DataTable table, int index) {
        Stream<String> labels = table.rows().stream()
                .map(row -> row.cells().get(index))
                .filter(Cell.Label.class::isInstance)
                .map(cell -> ((Cell.Label) cell).text());
        return Stream.concat(Stream.of(head(table.columns().get(index))), labels);
    }
}
