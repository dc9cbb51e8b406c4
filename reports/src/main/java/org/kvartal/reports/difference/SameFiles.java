package org.kvartal.reports.difference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether a table lies in the same files, byte by byte: then no row of it has to be read. */
final class SameFiles {
    private SameFiles() {}

    static boolean in(Path before, Path after, String table) {
        String folder = table.replace('.', '/');
        try {
            List<Path> names = names(before.resolve(folder));
            if (!names.equals(names(after.resolve(folder)))) {
                return false;
            }
            for (Path name : names) {
                if (Files.mismatch(
                                before.resolve(folder).resolve(name),
                                after.resolve(folder).resolve(name))
                        >= 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compare " + table + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).sorted().toList();
        }
    }
}
