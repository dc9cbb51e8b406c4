package org.kvartal.ingest.load;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.RowPrints;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.RawTable;
import org.kvartal.ingest.source.Rejection;
import org.kvartal.ingest.source.RowSink;

/** Reads everything that an extract has, in place of what the raw table held. */
final class FullReading implements RowSink {
    private final Extract extract;
    private final AsOf asOf;
    private final RowPrints prints;
    private final StoredRows before;
    private final Watermark watermark;
    private final LakeWriter writer;
    private final RejectedRows rejected;
    private final LongOpenHashSet stillThere = new LongOpenHashSet();
    private long changed;
    private long content;

    FullReading(
            Extract extract, RawTable table, AsOf asOf, StoredRows before, LakeWriter writer, RejectedRows rejected) {
        this.extract = extract;
        this.asOf = asOf;
        this.prints = table.prints();
        this.before = before;
        this.watermark = new Watermark(extract, table, asOf);
        this.writer = writer;
        this.rejected = rejected;
    }

    @Override
    public void row(@Nullable Object[] values, String file, long line) {
        RawRow row = RawRow.of(prints, values, file, line);
        writer.write(row.stored(extract, prints, asOf));
        watermark.see(values);
        content += row.content();
        if (!prints.hasKey()) {
            return;
        }
        if (before.has(row.key())) {
            stillThere.add(row.key());
        }
        if (!before.has(row.key(), row.content())) {
            changed++;
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        rejected.add(extract, rejection);
    }

    Receipt receipt() {
        long stored = writer.rowCount();
        return new Receipt(
                stored,
                rejected.count(extract),
                prints.hasKey() ? changed : stored,
                prints.hasKey() ? gone() : Math.max(0, before.count() - stored),
                content,
                watermark.latest(),
                0);
    }

    private long gone() {
        long[] gone = new long[1];
        before.forEachKey(key -> gone[0] += stillThere.contains(key) ? 0 : 1);
        return gone[0];
    }
}
