package org.kvartal.reports.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The data dictionary of a release as tables. */
record Dictionary(JsonNode root) {

    static Dictionary read(Path file) {
        try {
            return new Dictionary(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    Table tables() {
        StringColumn name = StringColumn.create("table");
        StringColumn grain = StringColumn.create("one row per");
        LongColumn rows = LongColumn.create("rows");
        StringColumn meaning = StringColumn.create("meaning");
        for (JsonNode table : root.path("tables")) {
            name.append(table.path("table").asText());
            grain.append(String.join(", ", texts(table.path("grain"))));
            rows.append(table.path("rowCount").asLong());
            meaning.append(table.path("description").asText());
        }
        return Table.create("tables", name, grain, rows, meaning).sortAscendingOn("table");
    }

    /** @param name of a table of the release */
    Table columns(String name) {
        StringColumn column = StringColumn.create("column");
        StringColumn type = StringColumn.create("type");
        StringColumn unit = StringColumn.create("unit");
        StringColumn meaning = StringColumn.create("meaning");
        for (JsonNode table : root.path("tables")) {
            if (table.path("table").asText().equals(name)) {
                for (JsonNode one : table.path("columns")) {
                    column.append(one.path("name").asText());
                    type.append(one.path("type").asText());
                    unit.append(one.path("unit").asText());
                    meaning.append(one.path("description").asText());
                }
            }
        }
        return Table.create(name, column, type, unit, meaning);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
