package org.kvartal.reports.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.kvartal.ingest.lake.TableSpec;

/** Writes the notebooks of a release, {@code mart.bookings_by_month.ipynb}, from the declarations of its tables. */
public final class Notebooks {
    /** What analysts start from; records of the quality checks and of identities are for operators. */
    private static final Set<String> NAMESPACES = Set.of("mart", "forecast", "crm");

    private final List<TableSpec> tables;

    /** @param tables all that the release has */
    public Notebooks(List<TableSpec> tables) {
        this.tables = List.copyOf(tables);
    }

    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (TableSpec table : tables) {
                if (NAMESPACES.contains(table.namespace())) {
                    Files.writeString(
                            folder.resolve(table.qualifiedName() + ".ipynb"),
                            new StarterNotebook(table, tables).json());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the notebooks in " + folder + ": " + e.getMessage(), e);
        }
    }
}
