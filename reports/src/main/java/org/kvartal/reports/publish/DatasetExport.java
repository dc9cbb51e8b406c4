package org.kvartal.reports.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kvartal.ingest.lake.FaultPoint;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;

/** Copies tables of the lake into a release as plain Parquet folders, {@code data/<namespace>/<table>}, and as CSV. */
final class DatasetExport {
    private final Lake lake;
    private final Path data;

    DatasetExport(Lake lake, Path data) {
        this.lake = lake;
        this.data = data;
    }

    void export(List<TableSpec> tables) {
        tables.forEach(this::export);
    }

    /** Writes tables that are in the release as CSV too. */
    void exportCsv(List<TableSpec> tables, CsvFiles manner, Path scratch) {
        if (manner == CsvFiles.NONE) {
            return;
        }
        try (CsvExport csv = CsvExport.open(manner, scratch)) {
            tables.forEach(table -> csv.export(table, folder(table)));
        }
    }

    private Path folder(TableSpec table) {
        return data.resolve(table.namespace()).resolve(table.name());
    }

    /** A table without rows is published too, as a file with its columns: queries on it find nothing and do not fail. */
    private void export(TableSpec table) {
        Path folder = folder(table);
        try {
            Files.createDirectories(folder);
            List<Path> files = lake.files(table);
            for (int i = 0; i < files.size(); i++) {
                Path part = folder.resolve("part-%05d.parquet".formatted(i));
                Files.deleteIfExists(part);
                Files.copy(files.get(i), part);
                FaultPoint.reached("dataset-copied");
            }
            if (files.isEmpty()) {
                EmptyParquet.write(table, folder.resolve("part-00000.parquet"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot publish " + table.qualifiedName() + " in " + folder + ": " + e.getMessage(), e);
        }
    }
}
