package org.kvartal.jobs.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** The bytes of the files below a folder. Links are not followed; a file that vanishes meanwhile counts nothing. */
public final class DiskUse {
    private DiskUse() {}

    /** All files; zero where there is no such folder. */
    public static long of(Path folder) {
        return since(folder, Instant.MIN);
    }

    /** Files that were changed at this time or later. */
    public static long since(Path folder, Instant time) {
        if (!Files.isDirectory(folder)) {
            return Files.isRegularFile(folder) ? folder.toFile().length() : 0;
        }
        Sum sum = new Sum(time);
        try {
            Files.walkFileTree(folder, sum);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look through " + folder + ": " + e.getMessage(), e);
        }
        return sum.bytes;
    }

    private static final class Sum extends SimpleFileVisitor<Path> {
        private final Instant time;
        private long bytes;

        private Sum(Instant time) {
            this.time = time;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean counts = attributes.isRegularFile()
                    && !attributes.lastModifiedTime().toInstant().isBefore(time);
            bytes += counts ? attributes.size() : 0;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
