package org.kvartal.jobs.demo;

import java.time.Instant;
import java.util.Objects;

/** A wrong value put into a row on purpose. */
record Defect(Row row, String column, Kind kind) {

    enum Kind {
        /** A sale that belongs to nobody. */
        MISSING_OWNER,
        NEGATIVE_AMOUNT,
        CLOSED_BEFORE_CREATED,
        /** A reference to an account that does not exist. */
        ORPHAN_REFERENCE,
        MALFORMED_CURRENCY,
        RESOLVED_BEFORE_OPENED,
        /** Something done in a year to come. */
        FUTURE_DATE,
        /** The same observation a second time. */
        DUPLICATE_ROW,
        /** A second row for the same key, with another value. */
        CONFLICTING_ROW,
        /** A key that the vendor's lists do not have. */
        UNKNOWN_CODE,
        MISSING_NAME
    }

    /** Whether the wrong value is already there just before a moment. */
    boolean showsBefore(Instant moment) {
        return row.before(moment)
                .filter(values -> Objects.equals(values[row.table().position(column)], row.get(column)))
                .isPresent();
    }
}
