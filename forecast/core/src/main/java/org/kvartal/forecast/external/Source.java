package org.kvartal.forecast.external;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Everything that one publisher said about one series, vintage by vintage. */
public record Source(String name, List<Publication> publications) {
    public Source {
        publications = List.copyOf(publications);
    }

    /** What was published by the end of a day. */
    public Source knownAt(LocalDate day) {
        return where(publication -> !publication.publishedOn().isAfter(day));
    }

    /** The latest word about a period. */
    Optional<Publication> latest(LocalDate period) {
        return publications.stream()
                .filter(publication -> publication.period().equals(period))
                .max(Comparator.comparing(Publication::publishedOn));
    }

    /** The latest word about a period that was published before the period began. */
    Optional<Publication> latestBefore(LocalDate period) {
        return where(publication -> publication.publishedOn().isBefore(period)).latest(period);
    }

    private Source where(Predicate<Publication> condition) {
        return new Source(name, publications.stream().filter(condition).toList());
    }
}
