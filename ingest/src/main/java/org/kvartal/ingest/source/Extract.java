package org.kvartal.ingest.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param columns those that the preset knows; what it does not know is text in a file, and in a database as declared
 *     there
 * @param goneAtMost share of the rows that may be gone from one night to the next; empty for what holds for the source
 * @param changed the column that moves with every change of a row; empty where there is none
 */
public record Extract(
        String name,
        ExtractFrom from,
        String into,
        List<String> key,
        DeclaredColumns columns,
        Optional<String> changed,
        Optional<Double> goneAtMost,
        Presence presence) {

    public Extract {
        key = List.copyOf(key);
    }

    /** An extract without a column that moves with every change. */
    Extract(
            String name,
            ExtractFrom from,
            String into,
            List<String> key,
            Map<String, ColumnType> columns,
            Presence presence) {
        this(name, from, into, key, DeclaredColumns.of(columns), Optional.empty(), Optional.empty(), presence);
    }

    /** A column of the raw table. */
    Column rawColumn(String column, ColumnType type) {
        String description = column + " of " + from.label();
        return Column.of(column, type, description);
    }

    /** Columns that the source must have. */
    Set<String> requiredColumns() {
        return Stream.of(key.stream(), columns.required().keySet().stream(), changed.stream())
                .flatMap(names -> names)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The declared columns as the raw table has them: all that is known of an extract that a source lacks. */
    public List<Column> declaredColumns() {
        return Stream.concat(requiredColumns().stream(), columns.mayHave().keySet().stream())
                .distinct()
                .map(name -> rawColumn(name, columns.type(name).orElse(ColumnType.TEXT)))
                .toList();
    }
}
