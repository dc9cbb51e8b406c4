package org.kvartal.ingest.load;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;

/**
 * The rows of one raw table on a date between two nights. A row that both have alike was so. One that only the later night
 * has is taken, and left to the rule {@code after-as-of}. One that was altered is taken as the later night found it where
 * its last change is known to be no later than the date or can be taken back, else as the earlier night had it. One that
 * only the earlier night has was not known to be gone.
 */
final class PastRows {
    /** What is known of the changes of a row. */
    enum Changes {
        /** Later ones are taken back by whoever reads the row. */
        TAKEN_BACK,
        /** At best the time of the last one. */
        LAST_ONE
    }

    private final OffsetDateTime end;
    private final AsOf asOf;
    private final TableSpec raw;
    private final StoredRows before;
    private final Changes changes;
    private final Optional<String> changedColumn;
    private final BitSet superseded = new BitSet();
    private long stored;
    private long altered;
    private long content;

    PastRows(AsOf asOf, TableSpec raw, StoredRows before, Changes changes, Optional<String> changedColumn) {
        this.asOf = asOf;
        this.end = asOf.end().atOffset(ZoneOffset.UTC);
        this.raw = raw;
        this.before = before;
        this.changes = changes;
        this.changedColumn = changedColumn.filter(raw.columnNames()::contains);
    }

    /** A row of the later night. */
    void found(Record row, Consumer<@Nullable Object[]> sink) {
        @Nullable Object key = row.getField(RawTables.KEY_PRINT);
        int known = key == null ? StoredRows.NONE : before.find((long) key);
        boolean isAltered =
                known == StoredRows.NONE || before.content(known) != (long) row.getField(RawTables.ROW_PRINT);
        if (known != StoredRows.NONE) {
            if (isAltered && !isKnownThen(row)) {
                return;
            }
            superseded.set(known);
        }
        altered += isAltered ? 1 : 0;
        take(row, sink);
    }

    private boolean isKnownThen(Record row) {
        return changes == Changes.TAKEN_BACK
                || changedColumn
                        .map(row::getField)
                        .filter(OffsetDateTime.class::isInstance)
                        .filter(time -> ((OffsetDateTime) time).isBefore(end))
                        .isPresent();
    }

    /** A row of the earlier night; rows without a key are those of the later one alone. */
    void had(Record row, Consumer<@Nullable Object[]> sink) {
        @Nullable Object key = row.getField(RawTables.KEY_PRINT);
        if (key != null && !superseded.get(before.find((long) key))) {
            take(row, sink);
        }
    }

    private void take(Record row, Consumer<@Nullable Object[]> sink) {
        stored++;
        content += (long) row.getField(RawTables.ROW_PRINT);
        sink.accept(raw.columnNames().stream()
                .map(column -> column.equals(RawTables.NIGHT_OF) ? asOf.date() : row.getField(column))
                .toArray());
    }

    /** @param found of the later night */
    Receipt receipt(Receipt found) {
        Optional<OffsetDateTime> until = found.knownUntil().map(time -> time.isAfter(end) ? end : time);
        return new Receipt(stored, found.rejected(), altered, 0, content, until.orElse(null), 0);
    }
}
