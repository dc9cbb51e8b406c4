package org.kvartal.ingest.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.Table;

/** The lake's files for those who read local Parquet files only. What lies elsewhere is fetched once; files never change. */
final class LocalCopies {
    private final Path folder;

    /** @param folder of this run alone; deleted with its scratch */
    LocalCopies(Path folder) {
        this.folder = folder;
    }

    Path of(Table table, ContentFile<?> file) {
        String location = file.location();
        if (WholeFiles.isLocal(location)) {
            return WholeFiles.path(location);
        }
        // Names of data files hold an identifier of their own.
        Path copy = folder.resolve(location.substring(location.lastIndexOf('/') + 1));
        if (!Files.exists(copy)) {
            fetch(table, location, copy);
        }
        return copy;
    }

    private static void fetch(Table table, String location, Path copy) {
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            Files.createDirectories(copy.getParent());
            try (InputStream stream = table.io().newInputFile(location).newStream()) {
                Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot fetch " + location + ": " + e.getMessage(), e);
        }
    }
}
