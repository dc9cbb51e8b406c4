package org.kvartal.ingest.privacy;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.kvartal.ingest.settings.Secret;

/**
 * Stable names for persons that do not tell who they are: the first 64 bits of HMAC-SHA-256 (RFC 2104) of what the source
 * calls them, under a key that only the operator has. Equal persons stay equal in all tables and nights, as long as the
 * key is the same; without the key nobody can try out whose pseudonym one is.
 */
public final class Pseudonyms implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 8;
    private static final int LABEL_DIGITS = 8;

    private final byte[] key;

    private Pseudonyms(byte[] key) {
        this.key = key;
    }

    /** @param key any text that is hard to guess */
    public static Pseudonyms keyed(Secret key) {
        if (key.value().isEmpty()) {
            throw new IllegalArgumentException("Invalid key of pseudonyms: it is empty");
        }
        return new Pseudonyms(key.value().getBytes(StandardCharsets.UTF_8));
    }

    /** An id, which keeps the prefix of its source: {@code crm:17} becomes {@code crm:p0123456789abcdef}. */
    public Column ofId(Column id) {
        return applied(this::ofId, id);
    }

    /** A name for reports, from the id of the person. */
    public Column nameOf(Column id) {
        return applied(this::nameOf, id);
    }

    /** Any other text by which a person can be known. */
    public Column ofText(Column text) {
        return applied(this::digest, text);
    }

    private static Column applied(UDF1<String, String> function, Column column) {
        UDF1<String, String> nullKeeping = text -> text == null ? null : function.call(text);
        return functions.udf(nullKeeping, DataTypes.StringType).apply(column);
    }

    /** The pseudonym of the person of an id. */
    public String ofId(String id) {
        return id.substring(0, id.indexOf(':') + 1) + "p" + digest(id);
    }

    /** The name in place of the person's own. */
    public String nameOf(String id) {
        return "Person " + digest(id).substring(0, LABEL_DIGITS).toUpperCase(Locale.ROOT);
    }

    String digest(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] all = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, BYTES);
        } catch (GeneralSecurityException notInThisJava) {
            throw new IllegalStateException("Cannot make pseudonyms: " + notInThisJava.getMessage(), notInThisJava);
        }
    }
}
