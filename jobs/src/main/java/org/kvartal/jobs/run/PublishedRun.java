package org.kvartal.jobs.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What the record of a published run tells about it. */
public final class PublishedRun {
    private final JsonNode run;

    private PublishedRun(JsonNode run) {
        this.run = run;
    }

    /** The run that made a release. */
    public static PublishedRun of(Path release) {
        Path file = release.resolve(RunRecord.FILE);
        try {
            return new PublishedRun(new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** As {@code 2026-03-31.1}. */
    public String id() {
        return run.path("run_id").asText();
    }

    public String asOf() {
        return run.path("as_of").asText();
    }

    /** Version of Kvartal that ran. */
    public String version() {
        return run.path("version").asText();
    }

    /** The snapshot of a table of the lake that the release holds; none of a table that was empty. */
    public OptionalLong snapshot(String table) {
        JsonNode snapshot = run.path("snapshots").path(table);
        return snapshot.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(snapshot.asLong());
    }
}
