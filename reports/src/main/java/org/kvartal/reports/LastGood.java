package org.kvartal.reports;

import java.time.LocalDate;
import java.util.Optional;
import org.kvartal.reports.document.Section;

/** Where a blocked section's content can be had from. */
@FunctionalInterface
interface LastGood {

    /** A section as an earlier release had it. */
    record Content(Section section, LocalDate asOf) {}

    /** The section of the newest earlier release in which it is not blocked. */
    Optional<Content> of(String anchor);

    /** For a report that has nothing before it. */
    static LastGood none() {
        return anchor -> Optional.empty();
    }
}
