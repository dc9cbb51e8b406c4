package org.kvartal.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.ingest.source.ExtractFrom.FromFile;

/** The files of a folder, found by pattern. */
final class SourceFiles {
    private static final int DEEPEST = 4;
    private static final String GZIP = FileForm.GZIP;
    private static final Pattern TABLE = Pattern.compile("(?i).*\\.(csv|csv\\.gz|xlsx|parquet)");

    private final Path folder;
    private final List<Path> files;

    private SourceFiles(Path folder, List<Path> files) {
        this.folder = folder;
        this.files = files;
    }

    /** Looks into the folder and those inside it; links are not followed. */
    static SourceFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new SourceFiles(folder, List.of());
        }
        try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
            return new SourceFiles(
                    folder, found.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UncheckedIOException(
                    "Cannot read folder " + folder + ": " + unreadable.getMessage(), new IOException(unreadable));
        }
    }

    /**
     * The files that the first pattern with any matches, in the order of their names. Of files with the same content
     * the first is meant.
     */
    List<Path> of(FromFile wanted) {
        List<Path> distinct = new ArrayList<>();
        for (Path file : matchingFirst(wanted)) {
            if (original(file, distinct).isEmpty()) {
                distinct.add(file);
            }
        }
        return distinct;
    }

    private List<Path> matchingFirst(FromFile wanted) {
        return wanted.patterns().stream()
                .map(this::matching)
                .filter(matching -> !matching.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The file among some whose content another one repeats. */
    static Optional<Path> original(Path file, List<Path> others) {
        return others.stream().filter(other -> isSame(file, other)).findFirst();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.size(one) == Files.size(other) && Files.mismatch(one, other) == -1;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + one + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** All files that some pattern of an extract matches. */
    List<Path> candidates(FromFile wanted) {
        return wanted.patterns().stream()
                .flatMap(pattern -> matching(pattern).stream())
                .distinct()
                .toList();
    }

    /** Every file whose name says that it holds a table. */
    List<Path> tables() {
        return files.stream()
                .filter(file -> TABLE.matcher(label(file)).matches())
                .toList();
    }

    private List<Path> matching(String pattern) {
        FileSystem system = folder.getFileSystem();
        String glob = pattern.toLowerCase(Locale.ROOT);
        PathMatcher plain = system.getPathMatcher("glob:" + glob);
        PathMatcher compressed = system.getPathMatcher("glob:" + glob + GZIP);
        List<Path> matching = new ArrayList<>();
        for (Path file : files) {
            Path name = system.getPath(label(file).toLowerCase(Locale.ROOT));
            if (plain.matches(name) || compressed.matches(name) && !files.contains(unpacked(file))) {
                matching.add(file);
            }
        }
        return matching;
    }

    private static Path unpacked(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - GZIP.length()));
    }

    /** What findings call a file: its name relative to the folder. */
    String label(Path file) {
        return folder.relativize(file).toString();
    }
}
