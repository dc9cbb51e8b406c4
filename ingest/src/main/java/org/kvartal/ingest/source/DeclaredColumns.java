package org.kvartal.ingest.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.ColumnType;

/**
 * The columns of an extract that its preset knows by name.
 *
 * @param required what the source must have, with its type
 * @param mayHave what is delivered empty where the source lacks it
 * @param also other spellings of a column, by its name
 * @param others what a column means that is not declared
 */
public record DeclaredColumns(
        Map<String, ColumnType> required,
        Map<String, ColumnType> mayHave,
        Map<String, List<String>> also,
        OtherColumns others) {

    public DeclaredColumns {
        required = Collections.unmodifiableMap(new LinkedHashMap<>(required));
        mayHave = Collections.unmodifiableMap(new LinkedHashMap<>(mayHave));
        also = Map.copyOf(also);
    }

    /** Columns beside which there may be any others. */
    DeclaredColumns(Map<String, ColumnType> required, Map<String, ColumnType> mayHave, Map<String, List<String>> also) {
        this(required, mayHave, also, OtherColumns.USUAL);
    }

    static DeclaredColumns of(Map<String, ColumnType> required) {
        return new DeclaredColumns(required, Map.of(), Map.of());
    }

    /** The declared type of a column; empty where the source decides. */
    Optional<ColumnType> type(String column) {
        return Stream.of(required, mayHave)
                .flatMap(types -> types.entrySet().stream())
                .filter(entry -> entry.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    List<String> spellings(String column) {
        return also.getOrDefault(column, List.of());
    }
}
