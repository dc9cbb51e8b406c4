package org.kvartal.forecast.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of a request that its record keeps. */
public record RequestChange(
        Instant at,
        Kind kind,
        @Nullable String before,
        @Nullable String after) {
    /** What changed. */
    public enum Kind {
        STATUS,
        PRIORITY,
        OTHER,
        /** Agent or team. Last: what else changes at the same moment was done by who hands it over. */
        HOLDER
    }
}
