package org.kvartal.ingest.load;

import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * Fingerprints of keys, numbered from 0 in the order in which they were added. Of millions of them nearly every access
 * misses the processor's caches: a slot of the table has the number and half the fingerprint, so that one access does.
 */
final class NumberedKeys {
    static final int NONE = -1;

    private static final int FEWEST_SLOTS = 16;
    private static final long UPPER_HALF = -1L << Integer.SIZE;

    private final LongArrayList keys;
    /** The upper half of a key, then its number plus 1; 0 where there is none. */
    private long[] slots;

    /** @param expected the number of keys, so that nothing has to grow */
    NumberedKeys(int expected) {
        keys = new LongArrayList(expected);
        slots = new long[slotCount(expected)];
    }

    /** A power of two, so that at least half of the slots are free. */
    private static int slotCount(int keyCount) {
        return Integer.highestOneBit(Math.max(FEWEST_SLOTS, keyCount) * 2 - 1) * 2;
    }

    int size() {
        return keys.size();
    }

    long get(int number) {
        return keys.getLong(number);
    }

    /** The number of a key; {@link #NONE} where it was not added. */
    int find(long key) {
        long slot = slots[slotOf(key)];
        return slot == 0 ? NONE : (int) slot - 1;
    }

    /** The number that the key had before; {@link #NONE} where it has been added now. */
    int add(long key) {
        int place = slotOf(key);
        if (slots[place] != 0) {
            return (int) slots[place] - 1;
        }
        keys.add(key);
        slots[place] = key & UPPER_HALF | keys.size();
        if (keys.size() > slots.length / 2) {
            grow();
        }
        return NONE;
    }

    /** Where the key is, or would be. Fingerprints are spread evenly as they are. */
    private int slotOf(long key) {
        int place = (int) key & slots.length - 1;
        while (slots[place] != 0 && !isAt(place, key)) {
            place = place + 1 & slots.length - 1;
        }
        return place;
    }

    private boolean isAt(int place, long key) {
        long slot = slots[place];
        return ((slot ^ key) & UPPER_HALF) == 0 && keys.getLong((int) slot - 1) == key;
    }

    private void grow() {
        slots = new long[slotCount(keys.size())];
        for (int number = 0; number < keys.size(); number++) {
            long key = keys.getLong(number);
            slots[slotOf(key)] = key & UPPER_HALF | number + 1;
        }
    }
}
