package org.kvartal.forecast.worktime;

import java.time.Instant;

/**
 * A stretch of time, such as a pause in which a request waits for the customer.
 *
 * @param until its end, not included
 */
public record Span(Instant from, Instant until) {
    public Span {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Invalid span: it ends at %s, before it begins at %s".formatted(until, from));
        }
    }
}
