package org.kvartal.ingest.load;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;

/**
 * The rows that a raw table holds from the night before, each as the fingerprints of its key and its values, numbered
 * from 0 in the order in which they are stored.
 */
final class StoredRows {
    static final int NONE = NumberedKeys.NONE;

    private final NumberedKeys keys;
    private final LongArrayList contents;
    private long count;

    /** @param expected the number of rows, so that nothing has to grow */
    private StoredRows(int expected) {
        keys = new NumberedKeys(expected);
        contents = new LongArrayList(expected);
    }

    static StoredRows of(Lake lake, TableSpec raw) {
        if (!lake.storedColumns(raw).containsKey(RawTables.ROW_PRINT)) {
            return new StoredRows(0);
        }
        StoredRows rows = new StoredRows(Math.toIntExact(lake.rowCount(raw)));
        lake.scanOnce(raw, List.of(RawTables.KEY_PRINT, RawTables.ROW_PRINT), row -> {
            @Nullable Object key = row.getField(RawTables.KEY_PRINT);
            rows.count++;
            if (key != null) {
                rows.put((long) key, (long) row.getField(RawTables.ROW_PRINT));
            }
        });
        return rows;
    }

    private void put(long key, long content) {
        int before = keys.add(key);
        if (before == NONE) {
            contents.add(content);
        } else {
            contents.set(before, content);
        }
    }

    /** Number of rows. */
    long count() {
        return count;
    }

    /** Number of keys. */
    int keyCount() {
        return keys.size();
    }

    /** Whether no two rows have one key, and all have one. */
    boolean areTold() {
        return keys.size() == count;
    }

    /** The row of a key, or {@link #NONE}. */
    int find(long key) {
        return keys.find(key);
    }

    /** The same, at once where the row is the guessed one. Rows mostly come in the order in which they are stored. */
    int find(long key, int guess) {
        return guess < keys.size() && keys.get(guess) == key ? guess : keys.find(key);
    }

    long key(int row) {
        return keys.get(row);
    }

    long content(int row) {
        return contents.getLong(row);
    }

    /** Sum of the fingerprints of all rows. */
    long content() {
        long sum = 0;
        for (int row = 0; row < contents.size(); row++) {
            sum += contents.getLong(row);
        }
        return sum;
    }
}
