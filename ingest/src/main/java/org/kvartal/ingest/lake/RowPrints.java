package org.kvartal.ingest.lake;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of 64 bits, by which rows and keys are compared without keeping them. Among a million rows two have the
 * same one with a probability of 3 in 10^8.
 */
public final class RowPrints {
    private static final HashFunction FUNCTION = Hashing.murmur3_128();

    private final int[] key;

    /** @param key positions of the columns that tell the rows apart */
    private RowPrints(int... key) {
        this.key = key;
    }

    /**
     * For rows whose values stand in the order of the columns.
     *
     * @param key the columns that tell the rows apart; may be empty
     */
    public static RowPrints of(List<String> columns, List<String> key) {
        return new RowPrints(key.stream().mapToInt(columns::indexOf).toArray());
    }

    public boolean hasKey() {
        return key.length > 0;
    }

    /** Of the key of a whole row. */
    public long ofKey(@Nullable Object[] values) {
        Hasher hasher = FUNCTION.newHasher();
        for (int column : key) {
            put(hasher, values[column]);
        }
        return hasher.hash().asLong();
    }

    /** Of all values; also of a key that stands alone. */
    public static long of(@Nullable Object[] values) {
        Hasher hasher = FUNCTION.newHasher();
        for (Object value : values) {
            put(hasher, value);
        }
        return hasher.hash().asLong();
    }

    private static void put(Hasher hasher, @Nullable Object value) {
        if (value instanceof Long number) {
            hasher.putByte((byte) 1).putLong(number);
        } else if (value == null) {
            hasher.putByte((byte) 0);
        } else {
            String text = value.toString();
            hasher.putByte((byte) 2).putInt(text.length()).putUnencodedChars(text);
        }
    }
}
