package org.kvartal.ingest.load;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.RawTable;

/** Follows the latest change among rows. A time after the as-of date is a wrong clock and counts as its end. */
final class Watermark {
    private final int column;
    private final OffsetDateTime most;
    private @Nullable OffsetDateTime latest;

    Watermark(Extract extract, RawTable table, AsOf asOf) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        this.column = extract.changed().map(name -> columns.indexOf(name)).orElse(-1);
        this.most = asOf.end().atOffset(ZoneOffset.UTC);
    }

    /** Goes on from what was seen before. */
    void startFrom(OffsetDateTime seen) {
        latest = seen;
    }

    void see(@Nullable Object[] values) {
        if (column >= 0 && values[column] instanceof OffsetDateTime time) {
            OffsetDateTime capped = isAfter(time, most) ? most : time;
            if (latest == null || isAfter(capped, latest)) {
                latest = capped;
            }
        }
    }

    /** All are in UTC, so that no calendar is needed. */
    private static boolean isAfter(OffsetDateTime time, OffsetDateTime other) {
        return time.toLocalDateTime().isAfter(other.toLocalDateTime());
    }

    @Nullable
    OffsetDateTime latest() {
        return latest;
    }
}
