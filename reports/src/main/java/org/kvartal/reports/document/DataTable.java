package org.kvartal.reports.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Scale;
import org.kvartal.reports.fact.Text;

/**
 * A table with typed columns.
 *
 * @param total the total row, last, told apart from the others; empty when nothing adds up
 */
public record DataTable(Text caption, List<Column> columns, List<Row> rows, List<Row> total) implements Block {

    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        total = List.copyOf(total);
        for (Row row : Stream.concat(rows.stream(), total.stream()).toList()) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("Invalid table \"" + caption + "\": row " + row.cells() + " has "
                        + row.cells().size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    public static DataTable of(@Message String caption, Column... columns) {
        return of(Text.of(caption), columns);
    }

    public static DataTable of(Text caption, Column... columns) {
        return new DataTable(caption, List.of(columns), List.of(), List.of());
    }

    /** The same table with one row more: a name and then numbers. */
    public DataTable row(Text label, Fact... numbers) {
        return row(cells(label, numbers).toArray(Cell[]::new));
    }

    public DataTable row(@Message String label, Fact... numbers) {
        return row(Text.of(label), numbers);
    }

    public DataTable row(Cell... cells) {
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(List.of(cells)));
        return new DataTable(caption, columns, more, total);
    }

    /** The same table with this total row. */
    public DataTable total(Text label, Fact... numbers) {
        return total(cells(label, numbers).toArray(Cell[]::new));
    }

    public DataTable total(@Message String label, Fact... numbers) {
        return total(Text.of(label), numbers);
    }

    public DataTable total(Cell... cells) {
        return new DataTable(caption, columns, rows, List.of(new Row(List.of(cells))));
    }

    private static List<Cell> cells(Text label, Fact... numbers) {
        return Stream.concat(
                        Stream.of(Cell.label(label)), Arrays.stream(numbers).map(Cell::number))
                .toList();
    }

    @Override
    public Stream<Fact> facts() {
        return allRows().flatMap(row -> row.cells().stream()).flatMap(DataTable::fact);
    }

    /** The scale in which all numbers of the column are printed. */
    public Scale scale(int columnIndex) {
        Column column = columns.get(columnIndex);
        if (column.role() == Column.Role.EXACT) {
            return Scale.exact(column.unit());
        }
        List<Fact> facts = allRows()
                .map(row -> row.cells().get(columnIndex))
                .flatMap(DataTable::fact)
                .toList();
        return Scale.common(column.unit(), facts);
    }

    private Stream<Row> allRows() {
        return Stream.concat(rows.stream(), total.stream());
    }

    private static Stream<Fact> fact(Cell cell) {
        return cell instanceof Cell.Number number ? Stream.of(number.fact()) : Stream.empty();
    }
}
