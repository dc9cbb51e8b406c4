package org.kvartal.ingest.load;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.OffsetDateTime;
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
    private final LongOpenHashSet seen = new LongOpenHashSet();
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
        before.forEachKey(this::takeOutUnlessSeen);
        long stored = before.count() + added.size() - gone;
        return Optional.of(new Receipt(stored, 0, changed, gone, content, watermark.latest(), last.increments() + 1));
    }

    private void takeOutUnlessSeen(long key) {
        if (!seen.contains(key)) {
            gone++;
            content -= before.content(key);
            upsert.takeOut(key);
        }
    }

    private final class Changed implements RowSink {
        @Override
        public void row(@Nullable Object[] values, String file, long line) {
            RawRow row = RawRow.of(prints, values, file, line);
            watermark.see(values);
            if (before.has(row.key(), row.content())) {
                return;
            }
            changed++;
            content += row.content();
            if (before.has(row.key())) {
                content -= before.content(row.key());
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
            boolean isKnown = before.has(key) || added.contains(key);
            addsUp = addsUp && isKnown && seen.add(key);
        }

        @Override
        public void rejected(Rejection rejection) {
            addsUp = false;
        }
    }
}
