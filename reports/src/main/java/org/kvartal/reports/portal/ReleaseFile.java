package org.kvartal.reports.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a release as it is served: of the report or the datasets. What only some audiences may know lies beside these
 * folders and is not there for the portal; nor is what a link inside the release leads to.
 */
final class ReleaseFile {
    private static final List<String> FOLDERS = List.of("report", "data");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "json", "application/json",
            "csv", "text/csv; charset=utf-8",
            "pdf", "application/pdf",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "parquet", "application/vnd.apache.parquet");

    private static final Pattern OWN_POLICY =
            Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"");

    /** What a file says of itself stands in its first lines. */
    private static final int HEAD_BYTES = 2000;

    private final Path file;

    private ReleaseFile(Path file) {
        this.file = file;
    }

    /** @param path names of folders and file below the release, without any that climb */
    static ReleaseFile of(Release release, List<String> path) throws IOException {
        Path file = release.root().resolve(String.join("/", path));
        boolean isServed = path.size() > 1 && FOLDERS.contains(path.get(0)) && Files.isRegularFile(file);
        if (!isServed || !file.toRealPath().equals(file)) {
            throw Refused.unknown("that file in the release of " + release.asOf());
        }
        return new ReleaseFile(file);
    }

    Reply reply() throws IOException {
        String name = file.getFileName().toString();
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        if (type.startsWith("text/html")) {
            return new Reply(200, type, Map.of(), this::copy).with("Content-Security-Policy", policy());
        }
        return Reply.download(type, name.replaceAll("[^\\w.-]", "_"), this::copy);
    }

    private void copy(java.io.OutputStream out) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            in.transferTo(out);
        }
    }

    /** A report carries the hashes of its own style and scripts; without a policy of its own a page may do nothing. */
    private String policy() throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            Matcher own = OWN_POLICY.matcher(new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8));
            return (own.find() ? own.group(1) : "default-src 'none'") + "; frame-ancestors 'none'";
        }
    }
}
