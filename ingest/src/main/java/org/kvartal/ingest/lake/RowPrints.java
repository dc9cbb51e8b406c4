package org.kvartal.ingest.lake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints of 64 bits, by which rows and keys are compared without keeping them. Among a million rows two have the
 * same one with a probability of 3 in 10^8.
 */
public final class RowPrints {
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
        long print = key.length;
        for (int column : key) {
            print = with(print, values[column]);
        }
        return Mixing.end(print);
    }

    /** Of all values; also of a key that stands alone. */
    public static long of(@Nullable Object[] values) {
        long print = values.length;
        for (Object value : values) {
            print = with(print, value);
        }
        return Mixing.end(print);
    }

    /** Each value begins with its kind, and with its length where that varies, so that no two lists of values are alike. */
    private static long with(long print, @Nullable Object value) {
        if (value == null) {
            return Mixing.mixed(print, 0);
        }
        if (value instanceof String text) {
            return Mixing.mixed(Mixing.mixed(print, 1), text);
        }
        if (value instanceof Long number) {
            return Mixing.mixed(Mixing.mixed(print, 2), number);
        }
        if (value instanceof OffsetDateTime time) {
            return Mixing.mixed(Mixing.mixed(print, 3L << 32 | time.getNano()), secondOf(time));
        }
        if (value instanceof BigDecimal number) {
            return withDecimal(print, number);
        }
        if (value instanceof LocalDate date) {
            return Mixing.mixed(
                    Mixing.mixed(print, 5), dayOf(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
        }
        if (value instanceof Boolean flag) {
            return Mixing.mixed(print, flag ? 7 : 6);
        }
        if (value instanceof Double number) {
            return Mixing.mixed(Mixing.mixed(print, 8), Double.doubleToLongBits(number));
        }
        throw new IllegalArgumentException("Invalid value of a row: " + value.getClass());
    }

    /** A number for each second, made without the calendar; all times are in UTC. */
    private static long secondOf(OffsetDateTime time) {
        long day = dayOf(time.getYear(), time.getMonthValue(), time.getDayOfMonth());
        return ((day << 5 | time.getHour()) << 6 | time.getMinute()) << 6 | time.getSecond();
    }

    private static long dayOf(int year, int month, int day) {
        return ((long) year << 4 | month) << 5 | day;
    }

    private static long withDecimal(long print, BigDecimal number) {
        BigInteger digits = number.unscaledValue();
        long withScale = Mixing.mixed(print, 4L << 32 | number.scale());
        return digits.bitLength() < Long.SIZE
                ? Mixing.mixed(withScale, digits.longValue())
                : Mixing.mixed(withScale, digits.toString());
    }
}
