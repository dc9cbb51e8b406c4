package org.kvartal.jobs.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
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
import org.kvartal.jobs.NightlyJob;
import org.kvartal.reports.publish.Json;
import org.kvartal.reports.publish.ReportTables;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

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
    private final RunState state;
    private final Path release;
    private final JobRepository repository;

    RunRecord(Night night, RunState state, Path release, JobRepository repository) {
        this.lake = night.lake();
        this.asOf = night.asOf();
        this.previous = night.previous().map(LocalDate::toString).orElse("");
        this.state = state;
        this.release = release;
        this.repository = repository;
    }

    /** Writes both files. */
    public void write() {
        Json.write(release.resolve(CHECKS), Map.of("checks", rows(QualityTables.CHECKS)));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put(AS_OF, asOf.toString());
        run.put(ZONE, asOf.zone().getId());
        run.put(PREVIOUS, previous);
        run.put(RUN, state.run());
        run.put("version", Version.NUMBER);
        run.put("config", state.config());
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
                        .filter(gate -> !Verdict.PASS.label().equals(gate.get("verdict")))
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
        List<Map<String, Object>> steps = new ArrayList<>();
        for (JobInstance instance : repository.findJobInstances(NightlyJob.NAME)) {
            for (JobExecution execution : repository.getJobExecutions(instance)) {
                if (state.run().equals(execution.getJobParameters().getString("run"))) {
                    execution.getStepExecutions().stream()
                            .filter(step -> step.getStatus() == BatchStatus.COMPLETED)
                            .map(RunRecord::step)
                            .forEach(steps::add);
                }
            }
        }
        return steps;
    }

    private static Map<String, Object> step(StepExecution step) {
        Duration duration = Duration.between(step.getStartTime(), step.getEndTime());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("step", step.getStepName());
        entry.put("started_at", step.getStartTime().toString());
        entry.put("seconds", duration.toMillis() / 1000.0);
        entry.put("cpu_seconds", step.getExecutionContext().getLong(Steps.CPU_MILLIS, 0) / 1000.0);
        entry.put("spark_jobs", step.getExecutionContext().getLong(Steps.SPARK_JOBS, 0));
        return entry;
    }
}
