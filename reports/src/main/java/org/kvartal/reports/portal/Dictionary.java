package org.kvartal.reports.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The data dictionary of a release, as it was written with the tables. */
final class Dictionary {
    /** A table, with the folder of its files. */
    record Table(
            String name,
            String namespace,
            String description,
            List<String> grain,
            String rowCount,
            String newest,
            String grade,
            List<Column> columns,
            Map<String, String> snippets,
            List<String> files) {}

    /** A column and its meaning. */
    record Column(String name, String type, String unit, String references, List<String> allowed, String description) {}

    private final List<Table> tables;

    private Dictionary(List<Table> tables) {
        this.tables = tables;
    }

    static Dictionary of(Release release) throws IOException {
        Path file = release.data().resolve("dictionary.json");
        if (!Files.isRegularFile(file)) {
            return new Dictionary(List.of());
        }
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        List<Table> tables = new ArrayList<>();
        for (JsonNode table : root.path("resources")) {
            tables.add(table(table, release));
        }
        return new Dictionary(tables);
    }

    private static Table table(JsonNode table, Release release) throws IOException {
        String name = table.path("table").asText();
        List<Column> columns = new ArrayList<>();
        table.path("schema").path("fields").forEach(column -> columns.add(column(column)));
        return new Table(
                name,
                table.path("namespace").asText(),
                table.path("description").asText(),
                texts(table.path("grain")),
                "%,d".formatted(table.path("rows").asLong()).replace(',', '\u202F'),
                table.path("newest").asText(),
                table.path("grade").asText(),
                columns,
                snippets(table.path("snippets")),
                files(release.data().resolve(name.replace('.', '/'))));
    }

    private static Map<String, String> snippets(JsonNode byEngine) {
        Map<String, String> snippets = new LinkedHashMap<>();
        byEngine.properties()
                .forEach(engine ->
                        snippets.put(engine.getKey(), engine.getValue().asText()));
        return snippets;
    }

    private static Column column(JsonNode column) {
        return new Column(
                column.path("name").asText(),
                column.path("label").asText(),
                column.path("unit").asText(),
                qualified(column.path("references").asText()),
                texts(column.path("constraints").path("enum")),
                column.path("description").asText());
    }

    /** A clean table is referred to by its name alone. */
    private static String qualified(String table) {
        return table.isEmpty() || table.contains(".") ? table : "crm." + table;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The tables by namespace, both in the order of the alphabet. */
    Map<String, List<Table>> byNamespace() {
        Map<String, List<Table>> all = new TreeMap<>();
        tables.stream()
                .sorted(Comparator.comparing(Table::name))
                .forEach(table -> all.computeIfAbsent(table.namespace(), namespace -> new ArrayList<>())
                        .add(table));
        return all;
    }
}
