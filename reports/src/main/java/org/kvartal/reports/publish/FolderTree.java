package org.kvartal.reports.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders, with all that is in them. */
final class FolderTree {
    private FolderTree() {}

    /** Gives a folder the files of another one that it lacks, and its folders with their permissions. */
    static void link(Path from, Path to) {
        try (Stream<Path> found = Files.walk(from.toRealPath())) {
            Path root = from.toRealPath();
            for (Path source : found.toList()) {
                Path target = to.resolve(root.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    createLike(source, target);
                } else if (Files.notExists(target)) {
                    linkFile(target, source);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot link " + from + " to " + to + ": " + e.getMessage(), e);
        }
    }

    private static void createLike(Path source, Path target) throws IOException {
        Files.createDirectories(target);
        Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(source));
    }

    /** Some disks know no links, and some systems forbid them for files of others. */
    private static void linkFile(Path target, Path source) throws IOException {
        try {
            Files.createLink(target, source);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(folder)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
