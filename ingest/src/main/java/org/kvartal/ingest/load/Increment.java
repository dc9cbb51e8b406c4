package org.kvartal.ingest.load;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.LakeUpsert;
import org.kvartal.ingest.lake.RowPrints;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.IncrementalSource;
import org.kvartal.ingest.source.RawTable;
import org.kvartal.ingest.source.Rejection;
import org.kvartal.ingest.source.RowSink;

/**
 * Reads what has changed since the night before, then all keys to see what is gone. Whatever does not add up, as a row
 * that came with an old time, is left to a full reading.
 */
final class Increment {
    private final Extract extract;
    private final AsOf asOf;
    private final RowPrints prints;
    private final StoredRows before;
    private final Watermark watermark;
    private final LakeUpsert upsert;
    private final LongOpenHashSet added = new LongOpenHashSet();
    private final LongOpenHashSet addedSeen = new LongOpenHashSet();
    private final BitSet seen = new BitSet();
    private int next;
    private boolean addsUp = true;
    private long changed;
    private long gone;
    private long content;

    Increment(Extract extract, RawTable table, AsOf asOf, StoredRows before, LakeUpsert upsert) {
        this.extract = extract;
        this.asOf = asOf;
        this.prints = table.prints();
        this.before = before;
        this.watermark = new Watermark(extract, table, asOf);
        this.upsert = upsert;
        this.content = before.content();
    }

    /**
     * Reads; the caller commits.
     *
     * @param last the receipt of the night before
     * @param knownUntil its watermark
     * @return empty when everything has to be read
     */
    Optional<Receipt> read(IncrementalSource source, Receipt last, OffsetDateTime knownUntil, int lagDays) {
        watermark.startFrom(knownUntil);
        source.readChanged(extract, knownUntil.minusDays(lagDays), new Changed());
        if (addsUp) {
            source.readKeys(extract, new Keys());
        }
        if (!addsUp) {
            return Optional.empty();
        }
        takeOutWhatIsGone();
        long stored = before.count() + added.size() - gone;
        return Optional.of(new Receipt(stored, 0, changed, gone, content, watermark.latest(), last.increments() + 1));
    }

    private void takeOutWhatIsGone() {
        for (int row = seen.nextClearBit(0); row < before.keyCount(); row = seen.nextClearBit(row + 1)) {
            gone++;
            content -= before.content(row);
            upsert.takeOut(before.key(row));
        }
    }

    private final class Changed implements RowSink {
        @Override
        public void row(@Nullable Object[] values, String file, long line) {
            RawRow row = RawRow.of(prints, values, file, line);
            watermark.see(values);
            int stored = before.find(row.key());
            if (stored != StoredRows.NONE && before.content(stored) == row.content()) {
                return;
            }
            changed++;
            content += row.content();
            if (stored != StoredRows.NONE) {
                content -= before.content(stored);
                upsert.takeOut(row.key());
            } else if (!added.add(row.key())) {
                addsUp = false;
            }
            upsert.add(row.stored(extract, prints, asOf));
        }

        @Override
        public void rejected(Rejection rejection) {
            addsUp = false;
        }
    }

    private final class Keys implements RowSink {
        @Override
        public void row(@Nullable Object[] values, String file, long line) {
            long key = RowPrints.of(values);
            int stored = before.find(key, next);
            if (stored == StoredRows.NONE) {
                addsUp = addsUp && added.contains(key) && addedSeen.add(key);
            } else {
                addsUp = addsUp && !seen.get(stored);
                seen.set(stored);
                next = stored + 1;
            }
        }

        @Override
        public void rejected(Rejection rejection) {
            addsUp = false;
        }
    }
}
