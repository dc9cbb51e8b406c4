package org.kvartal.forecast.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as a source keeps it.
 *
 * @param resolvedAt when it was resolved or otherwise ended, as last recorded
 * @param status as last recorded
 * @param changes in any order; none where the source keeps none
 */
public record RequestRecord(
        Instant openedAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant resolvedAt,
        @Nullable String status,
        List<RequestChange> changes) {
    public RequestRecord {
        changes = List.copyOf(changes);
    }
}
