package org.kvartal.reports.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.model.Version;
import org.kvartal.reports.measure.Measure;

/**
 * The dictionary in the shape of a Frictionless Data Package (specification 1, datapackage.org): one resource for each
 * table, with further properties for what the specification has no word for. Rows are in the CSV where there is one,
 * else in the Parquet files. Keys are under {@code grain}: unlike a primary key they may have empty parts.
 */
final class DataPackage {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Release release;
    private final Path data;

    DataPackage(Release release, Path data) {
        this.release = release;
        this.data = data;
    }

    String json(List<Entry> entries) throws JsonProcessingException {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("profile", "data-package");
        descriptor.put("name", name());
        descriptor.put("title", release.project() + ", " + release.asOf());
        descriptor.put("asOf", release.asOf().toString());
        descriptor.put("kvartal", Version.NUMBER);
        descriptor.put("resources", entries.stream().map(this::resource).toList());
        return MAPPER.writeValueAsString(descriptor) + "\n";
    }

    /** The specification allows lower-case letters, digits and a few marks. */
    private String name() {
        String project = release.project().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return (project + "-" + release.asOf()).replaceAll("^-+", "");
    }

    private Map<String, Object> resource(Entry entry) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", entry.table());
        resource.put("table", entry.table());
        resource.put("namespace", entry.spec().namespace());
        resource.put("description", entry.spec().description());
        putFiles(entry, resource);
        resource.put("grain", entry.spec().key());
        resource.put("rows", entry.rowCount());
        resource.put("owner", entry.owner());
        resource.put("schemaVersion", entry.schemaVersion());
        resource.put("grade", entry.gradeText());
        resource.put("newest", entry.newest());
        resource.put("newestColumn", entry.contents().newestColumn());
        resource.put("loadedAsOf", release.asOf().toString());
        resource.put("madeBy", entry.connections().madeBy());
        // The specification keeps "sources" for objects with a title.
        resource.put(
                "sources",
                entry.connections().sources().stream()
                        .map(source -> Map.of("title", source))
                        .toList());
        resource.put("inputs", entry.connections().inputs());
        resource.put("users", entry.connections().users());
        resource.put("sections", entry.connections().sections());
        putMeaning(entry, resource);
        return resource;
    }

    private static void putMeaning(Entry entry, Map<String, Object> resource) {
        resource.put(
                "schema",
                Map.of(
                        "fields",
                        entry.spec().columns().stream()
                                .map(column -> field(column, entry.examples(column)))
                                .toList()));
        resource.put(
                "measures", entry.measures().stream().map(DataPackage::measure).toList());
        Map<String, String> snippets = new LinkedHashMap<>();
        entry.snippets().forEach(snippet -> snippets.put(snippet.engine().label(), snippet.text()));
        resource.put("snippets", snippets);
    }

    private void putFiles(Entry entry, Map<String, Object> resource) {
        String csv = entry.folder() + ".csv";
        if (Files.exists(data.resolve(csv))) {
            resource.put("profile", "tabular-data-resource");
            resource.put("path", csv);
            resource.put("format", "csv");
            resource.put("mediatype", "text/csv");
            resource.put("encoding", "utf-8");
        } else {
            resource.put("path", parts(entry.folder()));
            resource.put("format", "parquet");
            resource.put("mediatype", "application/vnd.apache.parquet");
        }
        resource.put("parquet", entry.folder());
    }

    private List<String> parts(String folder) {
        try (Stream<Path> files = Files.list(data.resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + data.resolve(folder) + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> field(Column column, List<String> examples) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", type(column.type()));
        field.put("description", column.description());
        field.put("label", column.type().label());
        field.put("sqlType", column.type().sqlType());
        field.put("unit", column.unit());
        field.put("required", column.required());
        field.put("references", column.references());
        field.put("sensitivity", Entry.sensitivity(column));
        if (!column.allowed().isEmpty()) {
            field.put("constraints", Map.of("enum", column.allowed()));
        }
        field.put("examples", new ArrayList<>(examples));
        return field;
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case ID, TEXT -> "string";
            case INTEGER -> "integer";
            case NUMBER, MONEY, RATE -> "number";
            case DATE -> "date";
            case INSTANT -> "datetime";
            case FLAG -> "boolean";
        };
    }

    private static Map<String, Object> measure(Measure measure) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", measure.name());
        entry.put("unit", measure.unit());
        entry.put("formula", measure.formula());
        entry.put("sql", measure.query());
        return entry;
    }
}
