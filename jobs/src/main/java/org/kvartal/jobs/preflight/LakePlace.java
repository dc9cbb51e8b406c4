package org.kvartal.jobs.preflight;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Is the lake where its tables believe it is? They name their files by whole paths: a night in a copy writes files of the
 * original.
 */
final class LakePlace {
    private static final String SUBJECT = "lake";
    private static final int DEPTH_OF_HINTS = 4;

    private LakePlace() {}

    static List<Finding> check(Path output) {
        Path lake = output.resolve("lake");
        return aTable(lake).map(hint -> List.of(compared(lake, hint))).orElse(List.of());
    }

    /** The file that tells which metadata a table has; all tables have moved, or none. */
    private static Optional<Path> aTable(Path lake) {
        if (!Files.isDirectory(lake)) {
            return Optional.empty();
        }
        try (Stream<Path> files =
                Files.find(lake, DEPTH_OF_HINTS, (path, attributes) -> path.endsWith("version-hint.text"))) {
            return files.findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look through " + lake + ": " + e.getMessage(), e);
        }
    }

    private static Finding compared(Path lake, Path hint) {
        try {
            String metadata = "v" + Files.readString(hint).strip() + ".metadata.json";
            Path table = hint.getParent().getParent();
            String believed = new ObjectMapper()
                    .readTree(hint.resolveSibling(metadata).toFile())
                    .path("location")
                    .asText()
                    .replaceFirst("^file:(//)?", "");
            if (isSame(Path.of(believed), table)) {
                return Finding.ok(SUBJECT, "lake " + lake);
            }
            return Finding.fail(
                    SUBJECT,
                    "lake " + lake + " was copied or moved, its tables name files in " + believed
                            + ": move it back, a night here would write there");
        } catch (IOException e) {
            // A night says which table it is, and what to do.
            return Finding.warn(SUBJECT, "lake " + lake + " is damaged: " + e.getMessage() + " cannot be read");
        }
    }

    /** By whatever links the two are reached. */
    private static boolean isSame(Path believed, Path table) throws IOException {
        return Files.isDirectory(believed) && Files.isSameFile(believed, table);
    }
}
