package org.kvartal.ingest.source;

import java.util.List;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.RowPrints;

/**
 * The shape of what an extract reads, as the source has it today.
 *
 * @param key the columns that together tell the rows apart, spelt as the columns are
 */
public record RawTable(String name, List<String> key, List<Column> columns) {

    public RawTable {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /** Fingerprints of the rows and of their keys. */
    public RowPrints prints() {
        return RowPrints.of(columns.stream().map(Column::name).toList(), key);
    }
}
