package org.kvartal.ingest.history;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was for some time.
 *
 * @param values in the order of the clean table's columns
 * @param to null while the row is so
 */
record Version(
        @Nullable Object[] values, LocalDate from, @Nullable LocalDate to) {

    /** As the table of versions stores it. */
    @Nullable
    Object[] stored() {
        @Nullable Object[] stored = Arrays.copyOf(values, values.length + 2);
        stored[values.length] = from;
        stored[values.length + 1] = to;
        return stored;
    }
}
