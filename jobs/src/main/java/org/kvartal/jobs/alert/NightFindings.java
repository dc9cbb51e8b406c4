package org.kvartal.jobs.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kvartal.ingest.quality.Severity;

/** What is wrong in a published release, by its own records. */
final class NightFindings {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode run;
    private final JsonNode checks;

    private NightFindings(JsonNode run, JsonNode checks) {
        this.run = run;
        this.checks = checks;
    }

    static NightFindings of(Path release) {
        return new NightFindings(read(release.resolve("run.json")), read(release.resolve("checks.json")));
    }

    private static JsonNode read(Path file) {
        try {
            return Files.isRegularFile(file) ? MAPPER.readTree(file.toFile()) : MAPPER.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Sections that show an earlier night or nothing, with the reason; empty when there are none. */
    String blocked() {
        TreeSet<String> blocked = new TreeSet<>();
        for (JsonNode section : run.path("sections")) {
            if (section.path("blocked").asBoolean()) {
                blocked.add(section.path("section").asText() + " ("
                        + section.path("reason").asText() + ")");
            }
        }
        return String.join(", ", blocked);
    }

    /** Rows in quarantine and rules of severity error that failed; empty when there are none. */
    String findings() {
        List<String> findings = new ArrayList<>();
        Map<String, Long> rows = new TreeMap<>();
        for (JsonNode balance : run.path("row_balance")) {
            long count = balance.path("quarantined_count").asLong();
            if (count > 0) {
                rows.merge(balance.path("table").asText(), count, Long::sum);
            }
        }
        rows.forEach((table, count) -> findings.add(count + " rows of " + table + " in quarantine"));
        for (JsonNode check : checks.path("checks")) {
            long count = check.path("failed_count").asLong();
            if (count > 0
                    && Severity.ERROR.label().equals(check.path("severity").asText())) {
                findings.add("rule " + check.path("rule").asText() + " of "
                        + check.path("table").asText() + " failed " + count + " times");
            }
        }
        return String.join(", ", findings);
    }
}
