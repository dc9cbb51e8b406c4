package org.kvartal.reports.render;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Row;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Scale;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.render.Sheet.Look;

/** The tables of one section below each other, with all digits. The head of the first stays in sight. */
final class SectionSheet {
    private static final double NARROWEST = 12;

    private final Sheet sheet;
    private final Language language;

    private SectionSheet(Sheet sheet, Language language) {
        this.sheet = sheet;
        this.language = language;
    }

    static void write(Sheet sheet, List<DataTable> tables, Language language) {
        SectionSheet section = new SectionSheet(sheet, language);
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

    private String head(Column column) {
        boolean isSaid = column.unit().isFraction() || column.unit().kind() == Unit.Kind.COUNT;
        String unit = isSaid ? "" : language.unitName(column.unit(), Scale.exact(column.unit()));
        String title = column.title().print(language);
        return unit.isEmpty() ? title : title + ", " + unit;
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

    private Stream<String> texts(DataTable table, int index) {
        Stream<String> labels = table.rows().stream()
                .map(row -> row.cells().get(index))
                .filter(Cell.Label.class::isInstance)
                .map(cell -> ((Cell.Label) cell).text().print(language));
        return Stream.concat(Stream.of(head(table.columns().get(index))), labels);
    }
}
