package org.kvartal.reports.data;

import org.jspecify.annotations.Nullable;

/** A query that the published datasets cannot answer. */
public final class DataUnreadable extends RuntimeException {
    public DataUnreadable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
