package org.kvartal.ingest.load;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.RowPrints;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.ExtractFrom;

/**
 * A row that was read, with its fingerprints.
 *
 * @param key of the row; 0 where rows have none
 */
record RawRow(@Nullable Object[] values, String file, long line, long key, long content) {

    static RawRow of(RowPrints prints, @Nullable Object[] values, String file, long line) {
        return new RawRow(values, file, line, prints.hasKey() ? prints.ofKey(values) : 0, RowPrints.of(values));
    }

    /** As the raw table stores it. */
    @Nullable
    Object[] stored(Extract extract, RowPrints prints, AsOf asOf) {
        @Nullable Object[] row = Arrays.copyOf(values, values.length + 5);
        row[values.length] = file;
        row[values.length + 1] = extract.from() instanceof ExtractFrom.FromFile ? line : null;
        row[values.length + 2] = asOf.date();
        row[values.length + 3] = prints.hasKey() ? key : null;
        row[values.length + 4] = content;
        return row;
    }
}
