package org.kvartal.reports.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where a printed number comes from: {@code select measure from table where filter} gives its value.
 *
 * @param table qualified name of a published table
 * @param filter SQL condition; empty when all rows count
 * @param measure SQL expression over the rows left
 */
public record Origin(String table, String filter, String measure) {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CODE_LENGTH = 6;

    public Origin {
        if (table.isBlank() || measure.isBlank()) {
            throw new IllegalArgumentException(
                    "Invalid origin: table \"" + table + "\" and measure \"" + measure + "\" must not be blank");
        }
    }

    public static Origin of(String table, String measure) {
        return new Origin(table, "", measure);
    }

    /** The same measure of the rows that meet the condition. */
    public Origin where(String condition) {
        return new Origin(table, condition, measure);
    }

    /** A statement that gives the value. */
    public String sql() {
        String select = "select " + measure + " from " + table;
        return filter.isEmpty() ? select : select + " where " + filter;
    }

    /**
     * The trace code printed beside the number: the first 30 bits of the SHA-256 of the statement, in the alphabet of
     * Crockford's base 32, which has no letters that are taken for digits.
     */
    public String code() {
        byte[] hash = sha256(sql());
        long bits = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            bits = bits << Byte.SIZE | hash[i] & 0xFF;
        }
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CROCKFORD.charAt((int) (bits >>> (Integer.SIZE - 5 * (i + 1)) & 0x1F)));
        }
        return code.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash " + text + ": the JDK lacks SHA-256", e);
        }
    }
}
