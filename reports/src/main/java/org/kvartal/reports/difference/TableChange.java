package org.kvartal.reports.difference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of a table that both releases have. */
public record TableChange(String table, List<ColumnChange> columns, RowChange rows, List<SumChange> sums) {
    public TableChange {
        columns = List.copyOf(columns);
        sums = List.copyOf(sums);
    }

    boolean isNone() {
        return columns.isEmpty() && rows.isNone();
    }

    /** The change of its columns, in words. */
    public String columnText() {
        return columns.stream().map(ColumnChange::toString).collect(Collectors.joining(", "));
    }

    /** The change of its rows, in words. */
    public String rowText() {
        return Stream.of("+" + rows.added(), "-" + rows.removed(), "~" + rows.changed())
                .filter(text -> !text.endsWith("0") || text.length() > 2)
                .collect(Collectors.joining(" "));
    }

    /** The change of its sums, in words. */
    public String sumText() {
        return sums.stream().map(SumChange::toString).collect(Collectors.joining(", "));
    }
}
