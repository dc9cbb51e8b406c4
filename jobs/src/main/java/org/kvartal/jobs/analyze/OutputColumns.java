package org.kvartal.jobs.analyze;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The columns of an output from left to right, and what each holds. CSV has no types; Parquet gets them from here, since what
 * is in the cells may mislead: a group may be named 007, and estimates may all be whole.
 */
record OutputColumns(Map<String, Kind> kinds) {
    static final OutputColumns NONE = new OutputColumns(Map.of());

    /** What a column holds. */
    enum Kind {
        TEXT("varchar"),
        NUMBER("double"),
        COUNT("bigint"),
        /** Dates or whole numbers, as in the input: all cells tell. */
        TIME("");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    OutputColumns {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }

    OutputColumns text(String... names) {
        return with(Kind.TEXT, List.of(names));
    }

    OutputColumns numbers(String... names) {
        return with(Kind.NUMBER, List.of(names));
    }

    OutputColumns counts(String... names) {
        return with(Kind.COUNT, List.of(names));
    }

    OutputColumns times(String... names) {
        return with(Kind.TIME, List.of(names));
    }

    private OutputColumns with(Kind kind, List<String> names) {
        Map<String, Kind> all = new LinkedHashMap<>(kinds);
        names.forEach(name -> all.put(name, kind));
        return new OutputColumns(all);
    }

    /** These, then the others. */
    OutputColumns and(OutputColumns others) {
        Map<String, Kind> all = new LinkedHashMap<>(kinds);
        all.putAll(others.kinds);
        return new OutputColumns(all);
    }

    List<String> names() {
        return List.copyOf(kinds.keySet());
    }

    /** The types that are known, as DuckDB reads them. */
    String types() {
        return kinds.entrySet().stream()
                .filter(column -> column.getValue() != Kind.TIME)
                .map(column -> "'%s': '%s'".formatted(column.getKey(), column.getValue().type))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
