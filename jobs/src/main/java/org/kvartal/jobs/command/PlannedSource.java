package org.kvartal.jobs.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.ExtractFrom;
import org.kvartal.ingest.source.SourcePlace;
import org.kvartal.ingest.source.SourceSettings;

/**
 * What is known of a source before it is read: of files which are newer than their last reading, of a database nothing but
 * how it will be asked.
 *
 * @param text for people
 * @param tables clean tables whose rows may change
 */
record PlannedSource(String name, String text, Set<String> tables) {
    private static final int DEEP = 8;

    /** A source that the run does not read. */
    static PlannedSource unread(SourceSettings source, String why) {
        return new PlannedSource(source.name(), why, Set.of());
    }

    /** @param read when the source was read last */
    static PlannedSource of(SourceSettings source, Optional<Instant> read) {
        return source.place() instanceof SourcePlace.Folder folder && read.isPresent()
                ? ofFiles(source, newer(folder.path(), read.get()), read.get())
                : new PlannedSource(
                        source.name(),
                        asked(source, read),
                        tables(source.preset().extracts()));
    }

    private static String asked(SourceSettings source, Optional<Instant> read) {
        List<Extract> extracts = source.preset().extracts();
        if (read.isEmpty()) {
            return "read whole: no run has read it yet";
        }
        long told = extracts.stream()
                .filter(extract -> extract.changed().isPresent())
                .count();
        return told + " of " + extracts.size() + " tables tell what has changed since " + read.get()
                + "; the others are read whole";
    }

    private static PlannedSource ofFiles(SourceSettings source, Set<Path> newer, Instant read) {
        if (newer.isEmpty()) {
            return new PlannedSource(source.name(), "no file is newer than the last reading of " + read, Set.of());
        }
        String names = newer.stream().map(Path::toString).collect(Collectors.joining(", "));
        List<Extract> changed = source.preset().extracts().stream()
                .filter(extract -> newer.stream().anyMatch(file -> reads(extract, file)))
                .toList();
        return new PlannedSource(
                source.name(), "newer than the last reading of " + read + ": " + names, tables(changed));
    }

    private static Set<Path> newer(Path folder, Instant than) {
        try (Stream<Path> files = Files.walk(folder, DEEP)) {
            Set<Path> newer = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isAfter(than)) {
                    newer.add(folder.relativize(file));
                }
            }
            return newer;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean reads(Extract extract, Path file) {
        return extract.from() instanceof ExtractFrom.FromFile files
                && files.patterns().stream().anyMatch(pattern -> matches(pattern, file));
    }

    private static boolean matches(String pattern, Path file) {
        String glob = "glob:" + pattern.toLowerCase(Locale.ROOT);
        PathMatcher plain = FileSystems.getDefault().getPathMatcher(glob);
        PathMatcher packed = FileSystems.getDefault().getPathMatcher(glob + ".gz");
        Path lower = Path.of(file.toString().toLowerCase(Locale.ROOT));
        return plain.matches(lower) || packed.matches(lower);
    }

    private static Set<String> tables(List<Extract> extracts) {
        return extracts.stream()
                .filter(extract -> !extract.into().isEmpty())
                .map(extract -> "crm." + extract.into())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
