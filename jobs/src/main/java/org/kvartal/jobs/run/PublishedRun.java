package org.kvartal.jobs.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the record of a published run tells about it. */
public final class PublishedRun {
    private final JsonNode run;
    private final JsonNode checks;

    private PublishedRun(JsonNode run, JsonNode checks) {
        this.run = run;
        this.checks = checks;
    }

    /** The run that made a release. */
    public static PublishedRun of(Path release) {
        return new PublishedRun(read(release.resolve(RunRecord.FILE)), read(release.resolve(RunRecord.CHECKS)));
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
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

    /** The date that was published last before it. */
    public Optional<LocalDate> previous() {
        return date(run.path("previous"));
    }

    /** The dates of which it shows sections, because its own were blocked. */
    public Set<LocalDate> shownDates() {
        Set<LocalDate> dates = new TreeSet<>();
        run.path("sections")
                .forEach(section -> date(section.path("shown_as_of")).ifPresent(dates::add));
        return dates;
    }

    private static Optional<LocalDate> date(JsonNode text) {
        return Optional.of(text.asText(""))
                .filter(date -> !date.isEmpty() && !date.equals("null"))
                .map(LocalDate::parse);
    }

    /** Version of Kvartal that ran. */
    public String version() {
        return run.path("version").asText();
    }

    /** The sections that are blocked, each with the reason. */
    public Map<String, String> blockedSections() {
        Map<String, String> blocked = new TreeMap<>();
        for (JsonNode section : run.path("sections")) {
            if (section.path("blocked").asBoolean()) {
                blocked.putIfAbsent(
                        section.path("section").asText(), section.path("reason").asText());
            }
        }
        return blocked;
    }

    /** The snapshot of a table of the lake that the release holds; none of a table that was empty. */
    public OptionalLong snapshot(String table) {
        JsonNode snapshot = run.path("snapshots").path(table);
        return snapshot.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(snapshot.asLong());
    }

    /** The tables and files of the sources that the night read: of each source, by their names. */
    public Map<String, List<String>> extracts() {
        Map<String, List<String>> extracts = new TreeMap<>();
        run.path("extractions")
                .forEach(receipt -> extracts.computeIfAbsent(
                                receipt.path("source").asText(), source -> new ArrayList<>())
                        .add(receipt.path("extract").asText()));
        return extracts;
    }

    /**
     * The rows of all tables together.
     *
     * @param fate a column of the row balance, as {@code loaded_count}
     */
    public long rowCount(String fate) {
        return sum(run.path("row_balance"), fate);
    }

    /** Rows that broke a rule, counted for each rule that they broke. */
    public long brokenRuleCount() {
        return sum(checks.path("checks"), "failed_count");
    }

    private static long sum(JsonNode rows, String column) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.path(column).asLong();
        }
        return sum;
    }
}
