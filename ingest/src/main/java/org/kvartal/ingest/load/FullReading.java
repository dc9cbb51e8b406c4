package org.kvartal.ingest.load;

import java.util.BitSet;
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
    private final BitSet stillThere = new BitSet();
    private int next;
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
        int stored = before.find(row.key(), next);
        if (stored == StoredRows.NONE || before.content(stored) != row.content()) {
            changed++;
        }
        if (stored != StoredRows.NONE) {
            stillThere.set(stored);
            next = stored + 1;
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
        return before.keyCount() - stillThere.cardinality();
    }
}
