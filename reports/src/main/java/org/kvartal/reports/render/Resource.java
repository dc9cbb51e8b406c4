package org.kvartal.reports.render;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Fonts, style sheets and scripts that a page carries within itself. */
public final class Resource {

    private Resource() {}

    static byte[] bytes(String path) throws IOException {
        try (InputStream in = Resource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException("Cannot find the resource " + path);
            }
            return in.readAllBytes();
        }
    }

    public static String text(String path) throws IOException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    /** A font as a rule of a style sheet. */
    public static String face(String family, int weight, String file) throws IOException {
        String data = Base64.getEncoder().encodeToString(bytes("/fonts/" + file + ".woff2"));
        return "@font-face{font-family:\"" + family + "\";font-weight:" + weight
                + ";font-display:block;src:url(data:font/woff2;base64," + data + ") format(\"woff2\")}\n";
    }

    /** By which the content policy of a page knows its style or script. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash style and script: the JDK lacks SHA-256", e);
        }
    }
}
