package org.kvartal.reports.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code dictionary.json} of a release, read back. */
public final class PublishedDictionary {
    private static final String FIRST_VERSION = "1.0";

    private final Map<String, JsonNode> tables = new LinkedHashMap<>();

    private PublishedDictionary() {}

    /**
     * The dictionary in a folder of datasets; none where there is no such file, or one that tells of no resources.
     */
    public static Optional<PublishedDictionary> in(Path data) {
        Path file = data.resolve("dictionary.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            PublishedDictionary dictionary = new PublishedDictionary();
            new ObjectMapper()
                    .readTree(file.toFile())
                    .path("resources")
                    .forEach(table -> dictionary.tables.put(table.path("table").asText(), table));
            return Optional.of(dictionary).filter(found -> !found.tables.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The names of its tables, each with its namespace. */
    public List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    public boolean has(String table) {
        return tables.containsKey(table);
    }

    /** The types of a table's columns, by name. */
    public Map<String, String> columns(String table) {
        Map<String, String> columns = new LinkedHashMap<>();
        fields(table)
                .forEach(field -> columns.put(
                        field.path("name").asText(), field.path("sqlType").asText()));
        return columns;
    }

    /** The columns of a table, with what they mean. */
    public List<PublishedColumn> described(String table) {
        List<PublishedColumn> columns = new ArrayList<>();
        fields(table)
                .forEach(field -> columns.add(new PublishedColumn(
                        field.path("name").asText(),
                        field.path("label").asText(),
                        field.path("unit").asText(),
                        field.path("description").asText())));
        return columns;
    }

    /** What the table means. */
    public String description(String table) {
        return entry(table).path("description").asText();
    }

    public long rowCount(String table) {
        return entry(table).path("rows").asLong();
    }

    /** The columns that tell rows apart. */
    public List<String> grain(String table) {
        return texts(entry(table).path("grain"));
    }

    /** The step of the night that makes the table. */
    public String madeBy(String table) {
        return entry(table).path("madeBy").asText();
    }

    /** The published tables that it is made of. */
    public List<String> inputs(String table) {
        return texts(entry(table).path("inputs"));
    }

    /** The sections of the report that print figures of it. */
    public List<String> sections(String table) {
        return texts(entry(table).path("sections"));
    }

    public String schemaVersion(String table) {
        return entry(table).path("schemaVersion").asText(FIRST_VERSION);
    }

    /** The entry of a table, for people. */
    public String text(String table) {
        return new EntryText(entry(table)).toString();
    }

    private JsonNode entry(String table) {
        JsonNode entry = tables.get(table);
        if (entry == null) {
            throw new IllegalArgumentException("Invalid table " + table + ": the dictionary has " + tables.keySet());
        }
        return entry;
    }

    private Iterable<JsonNode> fields(String table) {
        return entry(table).path("schema").path("fields");
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
