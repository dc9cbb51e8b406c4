package org.kvartal.jobs.clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeCleaning;
import org.kvartal.jobs.RetentionSettings;
import org.kvartal.jobs.disk.DiskUse;
import org.kvartal.jobs.run.RunState;
import org.kvartal.reports.publish.Releases;
import org.springframework.util.FileSystemUtils;

/**
 * What may go from an output folder. Whoever cleans holds its lock. A release goes in two steps: first the name of its
 * date, and with a later cleaning, when nobody can still be reading it, its files.
 */
public final class Cleaning {
    private static final Duration READING = Duration.ofDays(1);

    private final Path output;
    private final RetentionSettings retention;
    private final Instant now;
    private final Releases releases;
    private final Set<LocalDate> kept;

    public Cleaning(Path output, RetentionSettings retention, Instant now) {
        this.output = output;
        this.retention = retention;
        this.now = now;
        this.releases = new Releases(output);
        this.kept = KeptDates.of(releases, retention);
    }

    /** What {@link #clean} removes. */
    public List<Removal> removals() {
        List<Removal> removals = new ArrayList<>();
        outdatedDates().forEach(date -> removals.add(new Removal(link(date), 0, "name of an old release")));
        for (Path folder : abandonedReleases()) {
            removals.add(new Removal(folder, DiskUse.of(folder), "release without a name"));
        }
        if (Files.isDirectory(scratch())) {
            removals.add(new Removal(scratch(), DiskUse.of(scratch()), "scratch of a run that is over"));
        }
        sent().forEach(file -> removals.add(new Removal(file, DiskUse.of(file), "message sent long ago")));
        try (Lake lake = Lake.open(output.resolve("lake"))) {
            lake(lake)
                    .deletable()
                    .forEach(file -> removals.add(new Removal(file, DiskUse.of(file), "no longer needed")));
        }
        return removals;
    }

    /** Removes it. */
    public void clean() {
        List<Path> folders = new ArrayList<>(abandonedReleases());
        folders.add(scratch());
        outdatedDates().forEach(this::unname);
        folders.forEach(Cleaning::delete);
        sent().forEach(Cleaning::delete);
        try (Lake lake = Lake.open(output.resolve("lake"))) {
            lake(lake).clean(file -> {});
        }
    }

    private LakeCleaning lake(Lake lake) {
        return new LakeCleaning(lake, stateKept(), now);
    }

    /** States of the lake outlive releases, so that these can be made again. */
    private Predicate<LocalDate> stateKept() {
        List<LocalDate> published = releases.dates();
        if (published.isEmpty()) {
            return date -> true;
        }
        LocalDate first = published.get(published.size() - 1).minusDays(retention.snapshotDays());
        return date -> kept.contains(date) || !date.isBefore(first);
    }

    private List<LocalDate> outdatedDates() {
        return releases.dates().stream().filter(date -> !kept.contains(date)).toList();
    }

    private Path link(LocalDate date) {
        return output.resolve("published").resolve(date.toString());
    }

    /** The files stay for those who are reading them: their folder counts its age from now. */
    private void unname(LocalDate date) {
        try {
            Path folder = link(date).toRealPath();
            Files.delete(link(date));
            Files.setLastModifiedTime(folder, FileTime.from(now));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + link(date) + ": " + e.getMessage(), e);
        }
    }

    /** Releases that no date names, that no unfinished run prepares, and that nobody can have been reading for a day. */
    private List<Path> abandonedReleases() {
        Set<Path> named = new HashSet<>();
        releases.dates().forEach(date -> named.add(real(link(date))));
        RunState.all(output).stream()
                .filter(state -> state.stage() == RunState.Stage.RUNNING)
                .forEach(state -> named.add(real(releases.prepared(state.run()))));
        return files(output.resolve("published").resolve(".releases"))
                .filter(folder -> !named.contains(real(folder)))
                .filter(folder -> isOlder(folder, READING) && isOlder(nameThatTurned(folder), READING))
                .toList();
    }

    /** The name of the date, which another release may have got only just now. */
    private Path nameThatTurned(Path folder) {
        String name = folder.getFileName().toString();
        try {
            Path link = link(LocalDate.parse(name.substring(0, Math.min(name.length(), "2026-03-31".length()))));
            return Files.exists(link, LinkOption.NOFOLLOW_LINKS) ? link : folder;
        } catch (DateTimeParseException e) {
            return folder;
        }
    }

    private Path scratch() {
        return output.resolve(".scratch");
    }

    private List<Path> sent() {
        Duration age = Duration.ofDays(retention.sentDays());
        return files(output.resolve("outbox").resolve("sent"))
                .filter(file -> isOlder(file, age))
                .toList();
    }

    private boolean isOlder(Path path, Duration age) {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(now.minus(age));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + path + ": " + e.getMessage(), e);
        }
    }

    private static Stream<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Path real(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : path;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot find " + path + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path path) {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path + ": " + e.getMessage(), e);
        }
    }
}
