package org.kvartal.ingest.load;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.source.Extract;

/**
 * What one reading of an extract found, and what the raw table holds since.
 *
 * @param changed rows that are new or other than the night before
 * @param gone rows of the night before that the source no longer has
 * @param content sum of the fingerprints of all rows stored
 * @param watermark time of the last change that was seen; null where the source does not tell
 * @param increments readings since everything was read last
 */
record Receipt(
        long stored,
        long rejected,
        long changed,
        long gone,
        long content,
        @Nullable OffsetDateTime watermark,
        long increments) {

    /** As it was stored on another night. */
    static Receipt of(Record row) {
        return new Receipt(
                (long) row.getField("stored_count"),
                (long) row.getField("rejected_count"),
                (long) row.getField("changed_count"),
                (long) row.getField("gone_count"),
                (long) row.getField("content"),
                (OffsetDateTime) row.getField("watermark"),
                (long) row.getField("increments"));
    }

    /** Up to when everything is known; empty where the source does not tell. */
    Optional<OffsetDateTime> knownUntil() {
        return Optional.ofNullable(watermark);
    }

    /** As a row of {@link RawTables#EXTRACTIONS}. */
    @Nullable
    Object[] row(LocalDate night, String source, Extract extract) {
        return new Object[] {
            night,
            source,
            extract.name(),
            extract.into(),
            increments == 0 ? "full" : "increment",
            stored + rejected,
            stored,
            rejected,
            changed,
            gone,
            content,
            watermark,
            increments
        };
    }
}
