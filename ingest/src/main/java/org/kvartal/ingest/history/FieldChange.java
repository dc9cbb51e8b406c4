package org.kvartal.ingest.history;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** One change of one field, as the source's audit has it. */
record FieldChange(
        OffsetDateTime at,
        LocalDate day,
        String field,
        @Nullable String oldValue) {

    static FieldChange of(Record row, ZoneId zone) {
        OffsetDateTime at = (OffsetDateTime) row.getField("changed_at");
        return new FieldChange(at, at.atZoneSameInstant(zone).toLocalDate(), (String) row.getField("field"), (String)
                row.getField("old_value"));
    }
}
