package org.kvartal.reports.render;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Row;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Scale;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.fact.Value;
import org.kvartal.reports.render.Sheet.Look;

/**
 * The tables of one section below each other, with all digits, each with a name and filters, its trace codes as
 * comments. The head stays in sight if there is only one table; of several only the title does, because a head above
 * another table would mislead.
 */
final class SectionSheet {
    private static final double NARROWEST = 12;

    /** Room for the button of the filter, or for the sign of a currency. */
    private static final int MARGIN = 6;

    /** A head is wrapped rather than making its column wider. */
    private static final int WIDEST_HEAD = 20;

    /** A comment is a drawing to a spreadsheet; thousands of them make it slow. */
    private static final int MOST_COMMENTED_ROWS = 500;

    private final Sheet sheet;
    private final Book book;

    private SectionSheet(Sheet sheet, Book book) {
        this.sheet = sheet;
        this.book = book;
    }

    static void write(Sheet sheet, Section section, List<DataTable> tables, Sheet contents, Book book) {
        SectionSheet written = new SectionSheet(sheet, book);
        written.setWidths(tables);
        sheet.text(0, section.title(), Look.TITLE).nextRow();
        boolean hasOneTable = tables.size() == 1;
        if (!hasOneTable) {
            sheet.freezeAbove().repeatRowAbove();
        }
        sheet.text(0, section.lead(), Look.PLAIN).nextRow();
        sheet.link(0, contents.name(), contents).nextRow();
        for (DataTable table : tables) {
            sheet.nextRow();
            written.writeHead(table);
            if (hasOneTable) {
                sheet.freezeAbove().repeatRowAbove();
            }
            written.writeRows(section, table);
        }
    }

    private void writeHead(DataTable table) {
        sheet.text(0, table.caption(), Look.TITLE).nextRow();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            sheet.text(i, head(column), column.role() == Column.Role.TEXT ? Look.HEAD : Look.NUMBER_HEAD);
        }
        sheet.nextRow();
    }

    private void writeRows(Section section, DataTable table) {
        int first = sheet.row();
        boolean isCommented = table.rows().size() <= MOST_COMMENTED_ROWS;
        for (Row row : table.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                sheet.cell(i, row.cells().get(i), Look.PLAIN);
                if (isCommented) {
                    comment(i, row.cells().get(i), "");
                }
            }
            sheet.nextRow();
        }
        List<String> heads = table.columns().stream().map(this::head).toList();
        String name = book.tableName(section.anchor(), table.caption().message());
        sheet.table(name, table.caption().print(book.language()), first - 1, heads);
        for (Row row : table.total()) {
            writeTotal(table, row, first);
        }
    }

    private void writeTotal(DataTable table, Row row, int first) {
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            Optional<Fact> number = number(cell);
            Optional<BigDecimal> sum = number.flatMap(Fact::number).isEmpty()
                    ? Optional.empty()
                    : ColumnSum.of(table, i, number.orElseThrow());
            if (sum.isPresent()) {
                sheet.sum(i, number.orElseThrow(), sum.orElseThrow(), first);
                comment(i, cell, "");
            } else {
                boolean isApart = number.flatMap(Fact::number).isPresent();
                sheet.cell(i, cell, isApart ? Look.TOTAL_APART : Look.TOTAL);
                comment(i, cell, isApart ? "\n" + book.word("notAdded") : "");
            }
        }
        sheet.nextRow();
    }

    private void comment(int column, Cell cell, String remark) {
        number(cell)
                .filter(fact -> !(fact.value() instanceof Value.Missing))
                .ifPresent(fact -> sheet.comment(column, fact.origin().code() + remark));
    }

    private static Optional<Fact> number(Cell cell) {
        return cell instanceof Cell.Number number ? Optional.of(number.fact()) : Optional.empty();
    }

    private String head(Column column) {
        boolean isSaid = column.unit().isFraction() || column.unit().kind() == Unit.Kind.COUNT;
        String unit = isSaid ? "" : book.language().unitName(column.unit(), Scale.exact(column.unit()));
        String title = column.title().print(book.language());
        return unit.isEmpty() ? title : title + ", " + unit;
    }

    private void setWidths(List<DataTable> tables) {
        int columns =
                tables.stream().mapToInt(table -> table.columns().size()).max().orElse(0);
        for (int i = 0; i < columns; i++) {
            int index = i;
            int longest = tables.stream()
                    .filter(table -> index < table.columns().size())
                    .flatMapToInt(table -> lengths(table, index).mapToInt(length -> length))
                    .max()
                    .orElse(0);
            sheet.width(i, Math.max(NARROWEST, longest + MARGIN));
        }
    }

    private Stream<Integer> lengths(DataTable table, int index) {
        int head = Math.min(WIDEST_HEAD, head(table.columns().get(index)).length());
        Stream<Integer> cells = Stream.concat(table.rows().stream(), table.total().stream())
                .map(row -> text(row.cells().get(index)).length());
        return Stream.concat(Stream.of(head), cells);
    }

    private String text(Cell cell) {
        if (cell instanceof Cell.Label label) {
            return label.text().print(book.language());
        }
        return number(cell).map(book.language()::exact).orElse("");
    }
}
