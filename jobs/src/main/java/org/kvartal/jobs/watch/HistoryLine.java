package org.kvartal.jobs.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.kvartal.jobs.run.FinishedStep;

/**
 * A line of the history.
 *
 * @param ends whether it tells the end of the attempt, or its beginning
 */
record HistoryLine(boolean ends, PastRun run) {
    private static final String EVENT = "event";
    private static final String AS_OF = "as_of";
    private static final String RUN = "run";
    private static final String STARTED = "started_at";
    private static final String SECONDS = "seconds";
    private static final String CPU = "cpu_seconds";
    private static final String JOBS = "spark_jobs";
    private static final String STEP = "step";
    private static final String BEGUN = "started";
    private static final String ENDED = "ended";

    static HistoryLine begin(PastRun run) {
        return new HistoryLine(false, run);
    }

    static HistoryLine end(PastRun run) {
        return new HistoryLine(true, run);
    }

    /** Whether it ends this attempt, of which no end is known yet. */
    boolean isEndOf(PastRun begun) {
        return begun.exitCode().isEmpty()
                && begun.run().equals(run.run())
                && begun.started().equals(run.started());
    }

    Map<String, Object> json() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(EVENT, ends ? ENDED : BEGUN);
        line.put(AS_OF, run.asOf().toString());
        line.put(RUN, run.run());
        line.put(STARTED, run.started().toString());
        if (ends) {
            line.put(SECONDS, run.seconds());
            line.put(CPU, run.cpuSeconds());
            line.put("exit_code", run.exitCode().orElseThrow());
            line.put(STEP, run.step());
            line.put("reason", run.reason());
            line.put("release", run.release());
            line.put("read_count", run.rows().read());
            line.put("loaded_count", run.rows().loaded());
            line.put("quarantined_count", run.rows().quarantined());
            line.put("broken_count", run.rows().broken());
            line.put("steps", run.steps().stream().map(HistoryLine::step).toList());
        }
        return line;
    }

    private static Map<String, Object> step(FinishedStep step) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(STEP, step.name());
        entry.put(STARTED, step.started().toString());
        entry.put(SECONDS, step.seconds());
        entry.put(CPU, step.cpuSeconds());
        entry.put(JOBS, step.sparkJobs());
        return entry;
    }

    /** The line that a JSON object tells; empty when it tells none. */
    static Optional<HistoryLine> of(JsonNode line) {
        try {
            LocalDate asOf = LocalDate.parse(line.path(AS_OF).asText());
            Instant started = Instant.parse(line.path(STARTED).asText());
            String run = line.path(RUN).asText();
            return switch (line.path(EVENT).asText()) {
                case BEGUN -> Optional.of(begin(PastRun.begun(asOf, run, started)));
                case ENDED -> Optional.of(end(ended(line, asOf, run, started)));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static PastRun ended(JsonNode line, LocalDate asOf, String run, Instant started) {
        List<FinishedStep> steps = new ArrayList<>();
        line.path("steps").forEach(step -> steps.add(finished(step)));
        return new PastRun(
                asOf,
                run,
                started,
                line.path(SECONDS).asDouble(),
                line.path(CPU).asDouble(),
                new RowCounts(
                        line.path("read_count").asLong(),
                        line.path("loaded_count").asLong(),
                        line.path("quarantined_count").asLong(),
                        line.path("broken_count").asLong()),
                OptionalInt.of(line.path("exit_code").asInt()),
                line.path(STEP).asText(),
                line.path("reason").asText(),
                line.path("release").asText(),
                steps);
    }

    private static FinishedStep finished(JsonNode step) {
        return new FinishedStep(
                step.path(STEP).asText(),
                Instant.parse(step.path(STARTED).asText()),
                step.path(SECONDS).asDouble(),
                step.path(CPU).asDouble(),
                step.path(JOBS).asLong());
    }
}
