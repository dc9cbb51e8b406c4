package org.kvartal.ingest.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;

/**
 * One table that a source is asked for.
 *
 * @param name of the raw table, by which the mappings read it
 * @param into the clean table whose rows these are; empty for a table that others only look something up in
 * @param key columns that together tell the rows apart
 * @param columns the declared types, by column; what is not declared is text in a file, and in a database as declared
 *     there
 */
public record Extract(
        String name,
        ExtractFrom from,
        String into,
        List<String> key,
        Map<String, ColumnType> columns,
        Presence presence) {

    public Extract {
        key = List.copyOf(key);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** A column of the raw table. */
    Column rawColumn(String column, ColumnType type) {
        String description = column + " of " + from.label();
        return Column.of(column, type, description);
    }

    /** Columns that the source must have. */
    Set<String> namedColumns() {
        return Stream.concat(key.stream(), columns.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
