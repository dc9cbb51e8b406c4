package org.kvartal.reports.render;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Row;
import org.kvartal.reports.fact.Fact;

/**
 * Whether a total is the sum of the rows above it. A rate, a mean, a distinct count or a total with members that are not
 * shown is not, and stays the value that it is.
 */
final class ColumnSum {
    /** With one row alone nothing tells a sum from a mean. */
    private static final int FEWEST = 2;

    private ColumnSum() {}

    /** The sum of the column's numbers if the total is exactly that. */
    static Optional<BigDecimal> of(DataTable table, int column, Fact total) {
        List<BigDecimal> numbers = table.rows().stream()
                .flatMap(row -> number(row, column).stream())
                .toList();
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isSum = numbers.size() >= FEWEST
                && !total.unit().isFraction()
                && total.number().filter(value -> value.compareTo(sum) == 0).isPresent();
        return isSum ? total.number() : Optional.empty();
    }

    private static Optional<BigDecimal> number(Row row, int column) {
        return row.cells().get(column) instanceof Cell.Number cell ? cell.fact().number() : Optional.empty();
    }
}
