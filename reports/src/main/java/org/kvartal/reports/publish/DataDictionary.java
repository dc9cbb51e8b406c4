package org.kvartal.reports.publish;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;

/** Says what every published table and column means, from the same declarations that the tables were made by. */
final class DataDictionary {
    /** A table as the dictionary shows it. */
    record Entry(
            String table,
            String namespace,
            String description,
            List<String> grain,
            long rowCount,
            List<ColumnEntry> columns) {}

    /** A column as the dictionary shows it. */
    record ColumnEntry(
            String name,
            String type,
            String unit,
            String references,
            boolean required,
            List<String> allowed,
            String sensitivity,
            String description) {}

    private final List<Entry> entries;

    DataDictionary(Lake lake, List<TableSpec> tables) {
        this.entries =
                tables.stream().map(table -> entry(table, lake.rowCount(table))).toList();
    }

    private static Entry entry(TableSpec table, long rowCount) {
        return new Entry(
                table.qualifiedName(),
                table.namespace(),
                table.description(),
                table.key(),
                rowCount,
                table.columns().stream().map(DataDictionary::columnEntry).toList());
    }

    private static ColumnEntry columnEntry(Column column) {
        return new ColumnEntry(
                column.name(),
                column.type().label(),
                column.unit(),
                column.references(),
                column.required(),
                column.allowed(),
                column.sensitivity().name().toLowerCase(java.util.Locale.ROOT),
                column.description());
    }

    void writeJson(Path file) {
        Json.write(file, Map.of("tables", entries));
    }

    void writeHtml(Path file, String project) {
        ClasspathLoader loader = new ClasspathLoader();
        loader.setPrefix("templates");
        loader.setSuffix(".html");
        PebbleEngine engine =
                new PebbleEngine.Builder().loader(loader).autoEscaping(true).build();
        try (Writer writer = Files.newBufferedWriter(file)) {
            engine.getTemplate("dictionary").evaluate(writer, Map.of("project", project, "tables", entries));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
