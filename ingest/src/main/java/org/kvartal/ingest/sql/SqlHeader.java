package org.kvartal.ingest.sql;

import java.util.List;

/**
 * What the comment at the head of a SQL model declares.
 *
 * @param description what a row is, and what would surprise a reader
 * @param grain the columns that together tell rows apart
 * @param inputs the tables read
 */
record SqlHeader(String description, List<String> grain, List<String> inputs, List<HeaderColumn> columns) {

    SqlHeader {
        grain = List.copyOf(grain);
        inputs = List.copyOf(inputs);
        columns = List.copyOf(columns);
    }

    List<String> columnNames() {
        return columns.stream().map(HeaderColumn::name).toList();
    }
}
