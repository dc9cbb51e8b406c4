package org.kvartal.ingest.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the comment at the head of a SQL model declares.
 *
 * @param description what a row is, and what would surprise a reader
 * @param grain the columns that together tell rows apart
 * @param inputs the tables read
 * @param drill where the rows behind a row stand; null when that is not declared
 */
record SqlHeader(
        String description,
        List<String> grain,
        List<String> inputs,
        @Nullable Drill drill,
        List<HeaderColumn> columns) {

    SqlHeader {
        grain = List.copyOf(grain);
        inputs = List.copyOf(inputs);
        columns = List.copyOf(columns);
    }

    List<String> columnNames() {
        return columns.stream().map(HeaderColumn::name).toList();
    }
}
