package org.kvartal.reports.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvartal.ingest.sql.SqlModel;
import org.kvartal.reports.mart.Marts;

/** What each version of each measure was when it was written: {@code name version fingerprint} on a line. */
final class MeasureLock {
    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("('(?:[^']|'')*')|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern TEXT_OR_SPACE = Pattern.compile("('(?:[^']|'')*')|\\s*([(),=<>+*/|-])\\s*|\\s+");
    private static final int DIGITS = 16;

    private final Map<String, String> fingerprints;
    private final Map<String, String> marts;

    /** @param marts SQL by the name of the mart */
    MeasureLock(List<String> lines, Map<String, String> marts) {
        this.fingerprints = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .forEach(parts -> fingerprints.put(parts[0] + " " + parts[1], parts[2]));
        this.marts = marts;
    }

    static MeasureLock committed() throws IOException {
        try (var lock = MeasureLock.class.getResourceAsStream("measures.lock")) {
            String text = new String(lock.readAllBytes(), StandardCharsets.UTF_8);
            return new MeasureLock(text.lines().toList(), sqlOfMarts());
        }
    }

    static Map<String, String> sqlOfMarts() {
        return Marts.all().stream().collect(Collectors.toMap(SqlModel::qualifiedName, SqlModel::text));
    }

    /** Name and version of all that is locked. */
    List<String> versions() {
        return List.copyOf(fingerprints.keySet());
    }

    /** What is wrong with the version of a measure, and how to put it right. */
    Optional<String> problem(Measure measure) {
        String version = measure.name() + " " + measure.version();
        String fingerprint = fingerprint(measure);
        if (!fingerprints.containsKey(version)) {
            return Optional.of("Add to measures.lock the line: " + version + " " + fingerprint);
        }
        if (fingerprints.get(version).equals(fingerprint)) {
            return Optional.empty();
        }
        return Optional.of("Invalid measure " + version + ": its expression, its unit or the SQL of " + measure.table()
                + " is not what it was. In Measures add .changed(\"<version of Kvartal>\", \"<what changed>\") to it, and to"
                + " measures.lock the line: " + measure.name() + " " + (measure.version() + 1) + " " + fingerprint);
    }

    /** Of the expression, its unit, and the SQL of its mart and of all marts below it; layout and comments do not count. */
    String fingerprint(Measure measure) {
        Map<String, String> read = new TreeMap<>();
        collect(measure.table(), read);
        return sha256(normal(measure.sql()) + "\n" + measure.unit() + "\n" + String.join("\n", read.values()));
    }

    private void collect(String table, Map<String, String> read) {
        String sql = marts.get(table);
        if (sql == null || read.containsKey(table)) {
            return;
        }
        read.put(table, normal(sql));
        Pattern.compile("\\bmart\\.\\w+").matcher(normal(sql)).results().forEach(other -> collect(other.group(), read));
    }

    static String normal(String sql) {
        String bare = replaced(COMMENT_OR_TEXT, sql, found -> "\n");
        return replaced(TEXT_OR_SPACE, bare, sign -> sign == null ? " " : sign).strip();
    }

    private static String replaced(Pattern pattern, String sql, Function<String, String> replacement) {
        return pattern.matcher(sql)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group(1) != null
                                ? found.group(1)
                                : replacement.apply(found.groupCount() > 1 ? found.group(2) : null)));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
