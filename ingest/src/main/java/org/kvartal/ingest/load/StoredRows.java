package org.kvartal.ingest.load;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;

/** The rows that a raw table holds from the night before, each as the fingerprints of its key and its values. */
final class StoredRows {
    private final Long2LongOpenHashMap contentByKey;
    private final long count;

    private StoredRows(Long2LongOpenHashMap contentByKey, long count) {
        this.contentByKey = contentByKey;
        this.count = count;
    }

    static StoredRows of(Lake lake, TableSpec raw) {
        Long2LongOpenHashMap contentByKey = new Long2LongOpenHashMap();
        long[] count = new long[1];
        if (lake.storedColumns(raw).containsKey(RawTables.ROW_PRINT)) {
            lake.scan(raw, List.of(RawTables.KEY_PRINT, RawTables.ROW_PRINT), row -> {
                count[0]++;
                @Nullable Object key = row.getField(RawTables.KEY_PRINT);
                if (key != null) {
                    contentByKey.put((long) key, (long) row.getField(RawTables.ROW_PRINT));
                }
            });
        }
        return new StoredRows(contentByKey, count[0]);
    }

    /** Number of rows. */
    long count() {
        return count;
    }

    /** Whether no two rows have one key, and all have one. */
    boolean areTold() {
        return contentByKey.size() == count;
    }

    boolean has(long key) {
        return contentByKey.containsKey(key);
    }

    /** Whether the row of a key is there with exactly this content. */
    boolean has(long key, long content) {
        return contentByKey.containsKey(key) && contentByKey.get(key) == content;
    }

    /** Fingerprint of the row of a key that is there. */
    long content(long key) {
        return contentByKey.get(key);
    }

    /** Sum of the fingerprints of all rows. */
    long content() {
        return contentByKey.values().longStream().sum();
    }

    void forEachKey(LongConsumer consumer) {
        for (Long2LongMap.Entry entry : contentByKey.long2LongEntrySet()) {
            consumer.accept(entry.getLongKey());
        }
    }
}
