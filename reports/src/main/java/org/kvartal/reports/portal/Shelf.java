package org.kvartal.reports.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.publish.Releases;

/** The releases, looked up anew by every request: one published a moment ago is there. */
final class Shelf {
    /** Stands for the date of the newest release in addresses that shall stay true. */
    static final String LATEST = "latest";

    private final Releases releases;

    Shelf(Releases releases) {
        this.releases = releases;
    }

    /** The dates, newest first. */
    List<LocalDate> dates() {
        return releases.dates().stream()
                .filter(date -> releases.of(date).isPresent())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** @param name a date; {@value #LATEST} or nothing for the newest */
    Release release(String name) {
        return dates().stream()
                .filter(date ->
                        name.isEmpty() || name.equals(LATEST) || date.toString().equals(name))
                .findFirst()
                .flatMap(this::release)
                .orElseThrow(() -> Refused.unknown("a release of " + (name.isEmpty() ? "any date" : name)));
    }

    private Optional<Release> release(LocalDate asOf) {
        return releases.of(asOf).map(folder -> new Release(asOf, real(folder)));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + folder + ": " + e.getMessage(), e);
        }
    }
}
