package org.kvartal.ingest.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.CloseableIterator;

/** Lets nothing be read from a table whose files are missing, cut off or not its own: fewer rows would go unnoticed. */
final class WholeFiles {
    private final String name;
    private final Path folder;

    private WholeFiles(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    static WholeFiles of(Table table) {
        Path folder = path(table.location());
        return new WholeFiles(folder.getParent().getFileName() + "." + folder.getFileName(), folder);
    }

    /**
     * Opens a table.
     *
     * @param folder the table's folder
     * @throws DamagedTable if its metadata cannot be read
     */
    static <T> T opened(String name, Path folder, Supplier<T> loading) {
        try {
            return loading.get();
        } catch (RuntimeException e) {
            throw new DamagedTable(name, folder, "its metadata are damaged (" + firstLine(e) + ")", e);
        }
    }

    static boolean isLocal(String location) {
        return location.startsWith("/") || location.startsWith("file:");
    }

    static Path path(String location) {
        return Path.of(location.replaceFirst("^file:(//)?", ""));
    }

    /**
     * A file and the deletes that apply to it.
     *
     * @throws DamagedTable unless each has the size that was written
     */
    void require(FileScanTask task) {
        Stream.concat(Stream.of(task.file()), task.deletes().stream()).forEach(this::require);
    }

    /** An object store has an object whole or not at all; asking for each would cost more than reading it. */
    private void require(ContentFile<?> file) {
        if (!isLocal(file.location())) {
            return;
        }
        Path path = path(file.location());
        if (!Files.isRegularFile(path)) {
            throw new DamagedTable(name, folder, path + " is missing");
        }
        long bytes = size(path);
        if (bytes != file.fileSizeInBytes()) {
            throw new DamagedTable(
                    name, folder, path + " has " + bytes + " bytes instead of " + file.fileSizeInBytes());
        }
    }

    private long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new DamagedTable(name, folder, path + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Hands over every row.
     *
     * @throws DamagedTable if one cannot be read; what the consumer throws is passed on as it is
     */
    void forEach(CloseableIterable<Record> records, Consumer<Record> consumer) throws IOException {
        try (CloseableIterator<Record> rows = read(records::iterator)) {
            while (read(rows::hasNext)) {
                consumer.accept(read(rows::next));
            }
        }
    }

    private <T> T read(Supplier<T> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private DamagedTable unreadable(RuntimeException cause) {
        return new DamagedTable(name, folder, "a file of it is damaged (" + firstLine(cause) + ")", cause);
    }

    private static String firstLine(RuntimeException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
