package org.kvartal.ingest.source;

import java.util.List;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;

/**
 * The columns of one file as they are delivered.
 *
 * @param present in the order of the file
 * @param absent declared columns that the file lacks and need not have
 */
record FileColumns(List<Column> present, List<Column> absent) {

    static FileColumns of(Extract extract, List<String> header, ColumnNames names) {
        List<Column> present = header.stream()
                .map(found -> column(extract, names.declared(found).orElse(found)))
                .toList();
        List<Column> absent = names.absent(extract).stream()
                .map(column -> column(extract, column))
                .toList();
        return new FileColumns(present, absent);
    }

    private static Column column(Extract extract, String name) {
        return extract.rawColumn(name, extract.columns().type(name).orElse(ColumnType.TEXT));
    }
}
