package org.kvartal.jobs.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.tables.SeriesTables;
import org.kvartal.ingest.gate.GateTables;
import org.kvartal.ingest.gate.Verdict;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.Version;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.quality.Severity;
import org.kvartal.jobs.ExitCode;
import org.kvartal.reports.publish.Json;
import org.kvartal.reports.publish.ReportTables;

/** What a run did, for people and machines: {@code run.json} and {@code checks.json} in the release. */
public final class RunRecord {
    static final String FILE = "run.json";
    static final String CHECKS = "checks.json";
    private static final String AS_OF = "as_of";
    private static final String ZONE = "time_zone";
    private static final String RUN = "run_id";
    private static final String PREVIOUS = "previous";

    private final Lake lake;
    private final AsOf asOf;
    private final String previous;
    private final RunJournal journal;
    private final Path release;

    RunRecord(Night night, RunJournal journal, Path release) {
        this.lake = night.lake();
        this.asOf = night.asOf();
        this.previous = night.previous().map(LocalDate::toString).orElse("");
        this.journal = journal;
        this.release = release;
    }

    /** Writes both files. */
    public void write() {
        Json.write(release.resolve(CHECKS), Map.of("checks", rows(QualityTables.CHECKS)));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put(AS_OF, asOf.toString());
        run.put(ZONE, asOf.zone().getId());
        run.put(PREVIOUS, previous);
        run.put(RUN, journal.state().run());
        run.put("version", Version.NUMBER);
        run.put("config", journal.state().config());
        run.put("exit_code", exitCode().number());
        run.put(
                "extractions",
                rows(QualityTables.EXTRACTIONS).stream()
                        .filter(receipt -> asOf.toString().equals(receipt.get("night")))
                        .toList());
        run.put("row_balance", rows(QualityTables.ROW_BALANCE));
        run.put("filters", rows(QualityTables.FILTERS));
        run.put(
                "gates",
                rows(GateTables.GATES).stream()
                        .filter(gate -> asOf.toString().equals(gate.get("night")))
                        .filter(gate -> !"".equals(gate.get("reason")))
                        .toList());
        run.put("sections", rows(ReportTables.SECTIONS));
        run.put("series", series());
        run.put("snapshots", lake.snapshots());
        run.put("steps", steps());
        Json.write(release.resolve(FILE), run);
    }

    /** How many forecasts of series this night made, and how many it found made. */
    private Map<String, Object> series() {
        Map<Object, Object> nights = new HashMap<>();
        lake.scan(
                SeriesTables.SERIES_BACKTEST,
                List.of("fingerprint", "made_on"),
                row -> nights.put(row.getField("fingerprint"), row.getField("made_on")));
        long made = nights.values().stream().filter(asOf.date()::equals).count();
        return Map.of("forecasts_made", made, "forecasts_kept", nights.size() - made);
    }

    /** Where the days of a release begin and end. */
    public static ZoneId zone(Path release) {
        return ZoneId.of(read(release).path(ZONE).asText());
    }

    /** Names the run that made a release. */
    public static String run(Path release) {
        return read(release).path(RUN).asText();
    }

    /** The date of a release. */
    public static LocalDate asOf(Path release) {
        return LocalDate.parse(read(release).path(AS_OF).asText());
    }

    /** The date that was published last before a release, when it was made. */
    static Optional<LocalDate> previous(Path release) {
        return Optional.of(read(release).path(PREVIOUS).asText())
                .filter(date -> !date.isEmpty())
                .map(LocalDate::parse);
    }

    private static JsonNode read(Path release) {
        Path file = release.resolve(FILE);
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** How the night ends, if it gets to its end. */
    public ExitCode exitCode() {
        boolean quarantined = lake.rows(QualityTables.ROW_BALANCE).stream()
                .anyMatch(balance -> (Long) balance.getField("quarantined_count") > 0);
        boolean failed = lake.rows(QualityTables.CHECKS).stream()
                .anyMatch(check -> Severity.ERROR.label().equals(check.getField("severity"))
                        && (Long) check.getField("failed_count") > 0);
        boolean blocked =
                lake.rows(ReportTables.SECTIONS).stream().anyMatch(section -> (Boolean) section.getField("blocked"));
        boolean gated = lake.rows(GateTables.GATES, Expressions.equal("night", asOf.toString())).stream()
                .anyMatch(gate -> Verdict.BLOCK.label().equals(gate.getField("verdict")));
        return quarantined || failed || blocked || gated ? ExitCode.DONE_WITH_FINDINGS : ExitCode.DONE;
    }

    private List<Map<String, Object>> rows(TableSpec table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Record> records = new ArrayList<>(lake.rows(table));
        records.sort(Comparator.comparing(record -> table.keyText(record::getField)));
        for (Record record : records) {
            Map<String, Object> row = new LinkedHashMap<>();
            table.columnNames().forEach(column -> row.put(column, plain(record.getField(column))));
            rows.add(row);
        }
        return rows;
    }

    /** Days and times as text. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Temporal ? value.toString() : value;
    }

    /** The steps finished so far, over all attempts at this run. */
    private List<Map<String, Object>> steps() {
        return journal.state().steps().stream().map(RunRecord::step).toList();
    }

    private static Map<String, Object> step(FinishedStep step) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("step", step.name());
        entry.put("started_at", step.started().toString());
        entry.put("seconds", step.seconds());
        entry.put("cpu_seconds", step.cpuSeconds());
        entry.put("spark_jobs", step.sparkJobs());
        return entry;
    }
}
