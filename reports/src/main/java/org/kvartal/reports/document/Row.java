package org.kvartal.reports.document;

import java.util.List;

/** One row of a table. */
public record Row(List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }
}
