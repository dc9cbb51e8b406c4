package org.kvartal.ingest.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A secret from where it is kept: an environment variable, or the first line of a file that only its owner reads. */
final class SecretReader {
    static final String FILE_PREFIX = "file:";

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private SecretReader() {}

    /** Why the file cannot serve, as the rest of a sentence; empty when it can. */
    static Optional<String> objection(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.of("must name a file that exists; there is none at " + file);
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains)) {
            return Optional.of("must name a file closed to other users (chmod 600): " + file);
        }
        return firstLine(file).isEmpty()
                ? Optional.of("must name a file whose first line is the secret: " + file)
                : Optional.empty();
    }

    static String firstLine(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null ? "" : line;
        }
    }
}
