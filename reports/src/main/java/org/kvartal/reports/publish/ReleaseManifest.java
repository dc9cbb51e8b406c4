package org.kvartal.reports.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@value #FILE} in a release: every other file of it with its size and its SHA-256 sum, so that damage is noticed. */
public final class ReleaseManifest {
    /** Name of the file. */
    public static final String FILE = "manifest.json";

    private static final String PATH = "path";
    private static final String BYTES = "bytes";
    private static final String SUM = "sha256";

    private final Path release;

    private ReleaseManifest(Path release) {
        this.release = release;
    }

    /** Of a release, whether it has one or not. */
    public static ReleaseManifest of(Path release) {
        return new ReleaseManifest(release);
    }

    /** Replaces the manifest in one step: a release may have been linked from another one, file by file. */
    void write() {
        Path file = release.resolve(FILE);
        Path fresh = release.resolve("." + FILE + ".new");
        try {
            Files.deleteIfExists(fresh);
            List<Map<String, Object>> files = new ArrayList<>();
            for (Path found : files()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put(PATH, release.relativize(found).toString());
                entry.put(BYTES, Files.size(found));
                entry.put(SUM, sum(found));
                files.add(entry);
            }
            Json.write(fresh, Map.of("files", files));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(release)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(release.resolve(FILE)))
                    .sorted()
                    .toList();
        }
    }

    /** The files that are missing or have another size, a sentence about each; none of a release without manifest. */
    public List<String> defectsOfSize() {
        return defects(Look.AT_SIZES);
    }

    /** The same, and those that have another content, which takes as long as reading them all. */
    public List<String> defects() {
        return defects(Look.AT_CONTENTS);
    }

    private enum Look {
        AT_SIZES,
        AT_CONTENTS
    }

    private List<String> defects(Look look) {
        Path file = release.resolve(FILE);
        if (Files.notExists(file)) {
            return List.of();
        }
        List<String> defects = new ArrayList<>();
        try {
            for (JsonNode entry : new ObjectMapper().readTree(file.toFile()).path("files")) {
                String defect = defect(entry, look);
                if (!defect.isEmpty()) {
                    defects.add(release.resolve(entry.path(PATH).asText()) + " " + defect);
                }
            }
        } catch (IOException e) {
            defects.add(file + " cannot be read");
        }
        return defects;
    }

    private String defect(JsonNode entry, Look look) throws IOException {
        Path file = release.resolve(entry.path(PATH).asText());
        if (!Files.isRegularFile(file)) {
            return "is missing";
        }
        long bytes = Files.size(file);
        long written = entry.path(BYTES).asLong();
        if (bytes != written) {
            return "has " + bytes + " bytes instead of " + written;
        }
        boolean changed =
                look == Look.AT_CONTENTS && !sum(file).equals(entry.path(SUM).asText());
        return changed ? "has another content than was published" : "";
    }

    private static String sum(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot sum files: " + e.getMessage(), e);
        }
    }
}
