package org.kvartal.jobs.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of the vendor's schema: a surrogate key, its own columns, a mark of deletion and the times of entry and change. */
final class Table {
    private static final String KEY = "ID integer primary key";
    private static final List<String> STAMPS = List.of(
            "DELETED boolean not null", "CREATED_AT timestamp(0) not null", "MODIFIED_AT timestamp(0) not null");

    private final String name;
    private final List<String> definitions;
    private final Map<String, Integer> positions = new HashMap<>();

    private Table(String name, List<String> definitions) {
        this.name = name;
        this.definitions = definitions;
        definitions.forEach(definition -> positions.put(definition.split(" ")[0], positions.size()));
    }

    /** A table whose own columns are given one a line, as name and SQL type. */
    static Table of(String name, String columns) {
        return new Table(
                name,
                Stream.of(Stream.of(KEY), columns.lines(), STAMPS.stream())
                        .flatMap(lines -> lines)
                        .toList());
    }

    String name() {
        return name;
    }

    int width() {
        return definitions.size();
    }

    int position(String column) {
        return Optional.ofNullable(positions.get(column))
                .orElseThrow(() ->
                        new IllegalArgumentException("Invalid column " + column + ": " + name + " has " + definitions));
    }

    String createStatement() {
        return definitions.stream().collect(Collectors.joining(", ", "create table " + name + " (", ")"));
    }

    String insertStatement() {
        return definitions.stream()
                .map(column -> "?")
                .collect(Collectors.joining(", ", "insert into " + name + " values (", ")"));
    }

    @Override
    public String toString() {
        return name;
    }
}
