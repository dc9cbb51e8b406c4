package org.kvartal.reports.render;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Row;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Scale;
import org.kvartal.reports.render.Sheet.Look;

/** All numbers of all tables below each other, one in a row, as the source of a pivot table. */
final class NumbersSheet {
    private static final List<Double> WIDTHS = List.of(24.0, 44.0, 52.0, 28.0, 10.0, 18.0, 16.0, 12.0);
    private static final List<String> HEADS =
            List.of("section", "table", "row", "column", "total", "value", "unit", "code");

    private final Sheet sheet;
    private final Book book;

    NumbersSheet(Sheet sheet, Book book) {
        this.sheet = sheet;
        this.book = book;
        for (int i = 0; i < HEADS.size(); i++) {
            Look look = HEADS.get(i).equals("value") ? Look.NUMBER_HEAD : Look.HEAD;
            sheet.width(i, WIDTHS.get(i)).text(i, book.word(HEADS.get(i)), look);
        }
        sheet.nextRow().freezeAbove().repeatRowAbove();
    }

    void write(Section section, List<DataTable> tables) {
        for (DataTable table : tables) {
            table.rows().forEach(row -> write(section, table, row, ""));
            table.total().forEach(row -> write(section, table, row, book.word("total")));
        }
    }

    /** Names the whole as a table, once all numbers are written. */
    void close() {
        List<String> heads = HEADS.stream().map(book::word).toList();
        sheet.table(book.tableName("numbers", ""), sheet.name(), 0, heads);
    }

    /** @param total what tells totals from the rows they are made of, so that a pivot does not count twice */
    private void write(Section section, DataTable table, Row row, String total) {
        String name = row.cells().stream()
                .flatMap(this::name)
                .filter(label -> !label.isBlank())
                .collect(Collectors.joining(" / "));
        for (int i = 0; i < row.cells().size(); i++) {
            if (row.cells().get(i) instanceof Cell.Number cell
                    && cell.fact().number().isPresent()) {
                Fact fact = cell.fact();
                sheet.text(0, section.title(), Look.PLAIN)
                        .text(1, table.caption(), Look.PLAIN)
                        .text(2, name, Look.PLAIN)
                        .text(3, table.columns().get(i).title(), Look.PLAIN)
                        .text(4, total, Look.PLAIN)
                        .fact(5, fact, Look.PLAIN)
                        .text(6, book.language().unitName(fact.unit(), Scale.exact(fact.unit())), Look.PLAIN)
                        .text(7, fact.origin().code(), Look.PLAIN)
                        .nextRow();
            }
        }
    }

    private Stream<String> name(Cell cell) {
        if (cell instanceof Cell.Label label) {
            return Stream.of(label.text().print(book.language()));
        }
        return cell instanceof Cell.Number number && !number.fact().unit().isNumeric()
                ? Stream.of(book.language().exact(number.fact()))
                : Stream.empty();
    }
}
