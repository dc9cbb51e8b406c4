package org.kvartal.reports.fact;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where a printed number comes from: {@code select measure from table where filter} gives its value.
 *
 * @param table qualified name of a published table
 * @param filter SQL condition; empty when all rows count
 * @param measure SQL expression over the rows left
 * @param codeLength signs of the trace code: more than {@value #CODE_LENGTH} only where another statement of the release
 *     has the same first ones
 */
public record Origin(String table, String filter, String measure, int codeLength) {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int HASH_BITS = 256;
    private static final int CODE_LENGTH = 6;
    private static final int LONGEST_CODE = 51;

    public Origin {
        if (table.isBlank() || measure.isBlank()) {
            throw new IllegalArgumentException(
                    "Invalid origin: table \"" + table + "\" and measure \"" + measure + "\" must not be blank");
        }
        if (codeLength < CODE_LENGTH || codeLength > LONGEST_CODE) {
            throw new IllegalArgumentException("Invalid length of a trace code " + codeLength + ": must be from "
                    + CODE_LENGTH + " to " + LONGEST_CODE);
        }
    }

    public Origin(String table, String filter, String measure) {
        this(table, filter, measure, CODE_LENGTH);
    }

    public static Origin of(String table, String measure) {
        return new Origin(table, "", measure);
    }

    /** The same measure of the rows that meet the condition. */
    public Origin where(String condition) {
        return new Origin(table, condition, measure);
    }

    /** Another measure of the same rows. */
    public Origin measuring(String other) {
        return new Origin(table, filter, other);
    }

    /** The same origin with one sign more in its code. */
    public Origin lengthened() {
        return new Origin(table, filter, measure, codeLength + 1);
    }

    /** A statement that gives the value. */
    public String sql() {
        String select = "select " + measure + " from " + table;
        return filter.isEmpty() ? select : select + " where " + filter;
    }

    /**
     * The trace code printed beside the number: the first bits of the SHA-256 of the statement, in the alphabet of
     * Crockford's base 32, which has no letters that are taken for digits. Six signs are 30 bits.
     */
    public String code() {
        BigInteger hash = new BigInteger(1, sha256(sql()));
        StringBuilder code = new StringBuilder();
        for (int i = 1; i <= codeLength; i++) {
            int sign = hash.shiftRight(HASH_BITS - BITS * i).intValue() & (1 << BITS) - 1;
            code.append(CROCKFORD.charAt(sign));
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
