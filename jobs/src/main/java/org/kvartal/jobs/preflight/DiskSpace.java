package org.kvartal.jobs.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kvartal.ingest.source.SourcePlace.Folder;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.jobs.disk.Bytes;
import org.kvartal.jobs.disk.DiskUse;
import org.kvartal.jobs.watch.PastRun;
import org.kvartal.jobs.watch.RunHistory;
import org.kvartal.reports.publish.Releases;

/**
 * Is there room for a night? It needs what the last one has left (its release, and what it added to the lake) and half as
 * much again to work in; a first night needs several times its files.
 */
final class DiskSpace {
    private static final String SUBJECT = "disk";
    private static final double WORKING_ROOM = 1.5;

    /** A table is kept as it was read, clean, and in what is made of it, beside Parquet and CSV of the release. */
    private static final long TIMES_THE_FILES = 5;

    private static final long LEAST = 20_000_000;

    private DiskSpace() {}

    static List<Finding> check(Path output, List<SourceSettings> sources) {
        try {
            if (!Files.isDirectory(output)) {
                return List.of();
            }
            long free = Files.getFileStore(output).getUsableSpace();
            long needed = needed(output, sources);
            String numbers = Bytes.text(free) + " free in " + output + ", a night needs about " + Bytes.text(needed);
            return List.of(
                    free < needed
                            ? Finding.fail(SUBJECT, numbers + ": make room, as with kvartal clean")
                            : Finding.ok(SUBJECT, numbers));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot ask for the room in " + output + ": " + e.getMessage(), e);
        }
    }

    private static long needed(Path output, List<SourceSettings> sources) {
        Optional<Path> latest = new Releases(output).latest();
        if (latest.isEmpty()) {
            return LEAST + TIMES_THE_FILES * files(sources);
        }
        long release = DiskUse.of(real(latest.get()));
        long added = lastPublished(output)
                .map(run -> DiskUse.since(output.resolve("lake"), run.started()))
                .orElse(release);
        return LEAST + Math.round(WORKING_ROOM * (release + added));
    }

    private static Optional<PastRun> lastPublished(Path output) {
        return new RunHistory(output).runs().stream().filter(PastRun::published).reduce((earlier, later) -> later);
    }

    private static long files(List<SourceSettings> sources) {
        return sources.stream()
                .mapToLong(source -> source.place() instanceof Folder folder ? DiskUse.of(folder.path()) : 0)
                .sum();
    }

    private static Path real(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot find " + link + ": " + e.getMessage(), e);
        }
    }
}
