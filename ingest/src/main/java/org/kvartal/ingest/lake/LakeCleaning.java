package org.kvartal.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Forgets states of the lake that nobody asks for any more, and finds the files that no state needs. A state is kept when
 * a branch or the tag of a kept date names it, or when it is younger than a day, because someone may be reading it. A
 * file that no state names at all may belong to a commit under way, so it goes only when it is older than three days.
 * Tables forget before files are deleted: a cleaning that is cut short leaves files that the next one finds.
 */
public final class LakeCleaning {
    private static final Duration READING = Duration.ofDays(1);
    private static final Duration COMMITTING = Duration.ofDays(3);
    private static final String TAG = "as-of-";

    private final Lake lake;
    private final Predicate<LocalDate> kept;
    private final Instant now;

    /** @param kept dates whose states are to stay readable */
    public LakeCleaning(Lake lake, Predicate<LocalDate> kept, Instant now) {
        this.lake = lake;
        this.kept = kept;
        this.now = now;
    }

    /**
     * The files that {@link #clean} deletes.
     *
     * @throws IllegalStateException when the lake was copied or moved: its tables then name files elsewhere
     */
    public List<Path> deletable() {
        return lake.tables().stream()
                .flatMap(table -> deletable(table).stream())
                .sorted()
                .toList();
    }

    /** Forgets and deletes; tells each file as it goes. */
    public void clean(Consumer<Path> deleted) {
        for (Table table : lake.tables()) {
            List<Path> files = deletable(table);
            forget(table);
            files.forEach(file -> delete(file, deleted));
        }
    }

    private List<Path> deletable(Table table) {
        Path folder = folder(table);
        Set<Long> retained = retained(table);
        Set<Path> needed = metadata(table);
        Set<Path> named = new HashSet<>();
        for (Snapshot snapshot : table.snapshots()) {
            Set<Path> files = files(table, snapshot);
            (retained.contains(snapshot.snapshotId()) ? needed : named).addAll(files);
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !needed.contains(file))
                    .filter(file -> named.contains(file) || isOlderThanAnyCommit(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look through " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Where the table is, which must be where it believes to be. */
    private Path folder(Table table) {
        Path believed = WholeFiles.path(table.location());
        if (!believed.startsWith(lake.folder())) {
            throw new IllegalStateException("Cannot clean " + lake.folder() + ": its tables name files in " + believed
                    + ", because it was copied or moved; clean it there, or move it back");
        }
        return believed;
    }

    private boolean isOlderThanAnyCommit(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(COMMITTING));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + file + ": " + e.getMessage(), e);
        }
    }

    private Set<Long> retained(Table table) {
        Set<Long> retained = new HashSet<>();
        table.refs().forEach((name, ref) -> {
            if (!isForgotten(name, ref)) {
                retained.add(ref.snapshotId());
            }
        });
        for (Snapshot snapshot : table.snapshots()) {
            if (snapshot.timestampMillis() > now.minus(READING).toEpochMilli()) {
                retained.add(snapshot.snapshotId());
            }
        }
        return retained;
    }

    private boolean isForgotten(String name, SnapshotRef ref) {
        return ref.isTag() && date(name).filter(kept.negate()).isPresent();
    }

    private static Optional<LocalDate> date(String tag) {
        try {
            return tag.startsWith(TAG) ? Optional.of(LocalDate.parse(tag.substring(TAG.length()))) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void forget(Table table) {
        Set<Long> retained = retained(table);
        List<String> tags = table.refs().keySet().stream()
                .filter(name -> isForgotten(name, table.refs().get(name)))
                .toList();
        if (!tags.isEmpty()) {
            ManageSnapshots change = table.manageSnapshots();
            for (String tag : tags) {
                change = change.removeTag(tag);
            }
            change.commit();
        }
        ExpireSnapshots expired =
                table.expireSnapshots().expireOlderThan(0).cleanupLevel(ExpireSnapshots.CleanupLevel.NONE);
        boolean any = false;
        for (Snapshot snapshot : table.snapshots()) {
            if (!retained.contains(snapshot.snapshotId())) {
                expired = expired.expireSnapshotId(snapshot.snapshotId());
                any = true;
            }
        }
        if (any) {
            expired.commit();
        }
    }

    /** What the table itself consists of, whatever its states. */
    private static Set<Path> metadata(Table table) {
        Set<Path> files = paths(ReachableFileUtil.metadataFileLocations(table, false));
        files.add(WholeFiles.path(ReachableFileUtil.versionHintLocation(table)));
        files.addAll(paths(ReachableFileUtil.statisticsFilesLocations(table)));
        return files;
    }

    private static Set<Path> files(Table table, Snapshot snapshot) {
        Set<Path> files = new HashSet<>();
        files.add(WholeFiles.path(snapshot.manifestListLocation()));
        for (ManifestFile manifest : snapshot.allManifests(table.io())) {
            files.add(WholeFiles.path(manifest.path()));
            try (CloseableIterable<String> data = ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
                data.forEach(file -> files.add(WholeFiles.path(file)));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + manifest.path() + ": " + e.getMessage(), e);
            }
        }
        return files;
    }

    private static Set<Path> paths(Collection<String> locations) {
        return locations.stream().map(WholeFiles::path).collect(Collectors.toCollection(HashSet::new));
    }

    private static void delete(Path file, Consumer<Path> deleted) {
        try {
            Files.deleteIfExists(file);
            // Hadoop keeps a sum beside some files.
            Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
            deleted.accept(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file + ": " + e.getMessage(), e);
        }
    }
}
