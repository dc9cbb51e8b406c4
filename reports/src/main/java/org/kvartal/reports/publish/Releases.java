package org.kvartal.reports.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.FaultPoint;

/**
 * The releases below {@code published/}. Each lives in a folder of its own, {@code .releases/<run>}; the names
 * {@code <as-of>} and {@code latest} are links, and a link is replaced in one step. So a reader sees one whole release,
 * and one that he has open stays as it is.
 */
public final class Releases {
    /** Folder of datasets in a release. */
    public static final String DATA = "data";

    /** Folder of notebooks among the datasets. */
    public static final String NOTEBOOKS = "notebooks";

    /** Folder of reports in a release. */
    public static final String REPORTS = "report";

    /** Folder of the other editions of the report in a release. */
    public static final String EDITIONS = "editions";

    /** Folder of the project's own sections in a release. */
    public static final String SECTIONS = "sections";

    private static final String LATEST = "latest";
    private static final Pattern AGAIN = Pattern.compile("(?<run>.*?)(?:-again(?<number>\\d+))?");

    private final Path published;

    /** @param output the output folder of the project */
    public Releases(Path output) {
        this.published = output.resolve("published");
    }

    /** The folder in which a run prepares its release. */
    public Path prepared(String run) {
        return published.resolve(".releases").resolve(run);
    }

    /** The release of a date, if there is one. */
    public Optional<Path> of(LocalDate asOf) {
        return Optional.of(published.resolve(asOf.toString())).filter(Files::isDirectory);
    }

    /** The release that {@code latest} points to. */
    public Optional<Path> latest() {
        return Optional.of(published.resolve(LATEST)).filter(Files::isDirectory);
    }

    /** The dates that have a release, oldest first. */
    public List<LocalDate> dates() {
        if (!Files.isDirectory(published)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(published)) {
            return names.flatMap(path -> date(path.getFileName().toString()).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + published + ": " + e.getMessage(), e);
        }
    }

    private static Optional<LocalDate> date(String name) {
        try {
            return Optional.of(LocalDate.parse(name));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The newest date before this one that has a release. */
    public Optional<LocalDate> before(LocalDate asOf) {
        return dates().stream().filter(date -> date.isBefore(asOf)).max(Comparator.naturalOrder());
    }

    /**
     * Begins a release that is to take the place of the one a date has, made by no run of its own. What an attempt that
     * was killed left under the same name is deleted.
     *
     * @param current the release of the date
     * @return its name, as {@code 2026-03-31.1-again2}
     */
    public String again(Path current) {
        try {
            Matcher name = AGAIN.matcher(current.toRealPath().getFileName().toString());
            if (!name.matches()) {
                throw new IllegalStateException("Cannot name a release after " + current);
            }
            int number = name.group("number") == null ? 1 : Integer.parseInt(name.group("number"));
            String fresh = name.group("run") + "-again" + (number + 1);
            FolderTree.delete(prepared(fresh));
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot begin a release beside " + current + ": " + e.getMessage(), e);
        }
    }

    /**
     * Completes a prepared release with everything that the one before it has and it has not. Files are linked, not
     * copied, where the disk can: nobody writes to a published file.
     */
    public void complete(String run, Path current) {
        FolderTree.link(current, prepared(run));
    }

    /** Makes a prepared release that of its date, and the latest unless a later date has one. */
    public void publish(String run, LocalDate asOf) {
        Path release = prepared(run);
        ReleaseManifest.of(release).write();
        flush(release);
        link(asOf.toString(), published.relativize(release));
        boolean newest = dates().stream().noneMatch(date -> date.isAfter(asOf));
        if (newest) {
            link(LATEST, Path.of(asOf.toString()));
        }
        stale().filter(mark -> !asOf.isBefore(mark.asOf())).ifPresent(mended -> StaleMark.remove(published));
    }

    /** Says that what is shown is of an earlier night than it should be. */
    public void markStale(StaleMark mark) {
        mark.write(published);
    }

    /** Which night is missing, if one is. */
    public Optional<StaleMark> stale() {
        return StaleMark.read(published);
    }

    private void link(String name, Path target) {
        Path fresh = published.resolve("." + name + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, target);
            FaultPoint.reached("link-made");
            Files.move(fresh, published.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            FaultPoint.reached("link-moved");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot publish " + published.resolve(name) + ": " + e.getMessage(), e);
        }
    }

    /** After a power cut no link may point to files that never reached the disk. */
    private static void flush(Path release) {
        try (Stream<Path> found = Files.walk(release)) {
            for (Path path : found.toList()) {
                StandardOpenOption way = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
                try (FileChannel channel = FileChannel.open(path, way)) {
                    channel.force(true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + release + " to disk: " + e.getMessage(), e);
        }
    }
}
