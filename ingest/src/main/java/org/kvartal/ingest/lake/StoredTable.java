package org.kvartal.ingest.lake;

import java.nio.file.Path;
import java.util.List;

/**
 * A lake table as it lies on disk, for engines that read Parquet themselves.
 *
 * @param columns as stored, without their meaning
 * @param files together they hold the rows; none for a table without rows
 */
public record StoredTable(List<Column> columns, List<Path> files) {

    public StoredTable {
        columns = List.copyOf(columns);
        files = List.copyOf(files);
    }
}
