package org.kvartal.reports.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A fact with the ends of its interval; of what is known exactly both ends are the fact itself. */
public record Estimate(Fact low, Fact value, Fact high) {

    public Estimate {
        List<BigDecimal> ends = Stream.of(low, value, high)
                .map(Fact::number)
                .flatMap(Optional::stream)
                .toList();
        if (ends.size() == 3
                && (ends.get(0).compareTo(ends.get(1)) > 0 || ends.get(1).compareTo(ends.get(2)) > 0)) {
            throw new IllegalArgumentException("Invalid interval " + ends + ": low, value and high must not decrease");
        }
    }

    public static Estimate exact(Fact fact) {
        return new Estimate(fact, fact, fact);
    }

    public static Estimate between(Fact low, Fact value, Fact high) {
        return new Estimate(low, value, high);
    }

    /** Whether there is an interval to draw, however narrow. */
    public boolean hasInterval() {
        return !isExact() && low.number().isPresent() && high.number().isPresent();
    }

    private boolean isExact() {
        return low.equals(value) && high.equals(value);
    }

    public boolean isMissing() {
        return value.number().isEmpty();
    }

    public Stream<Fact> facts() {
        return isExact() ? Stream.of(value) : Stream.of(value, low, high);
    }
}
