package org.kvartal.jobs.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.RunState;
import org.kvartal.reports.publish.Releases;

/**
 * Adds OpenLineage events to a file, one JSON object a line: START when the run and each step begin, COMPLETE or FAIL
 * when the run has ended. What the steps read and wrote is known only then, from the dictionary of the release; a run that
 * failed goes by that of the release before it. A run that was killed has no end, and the next attempt another id.
 */
final class LineageFile implements RunListener {
    private static final String NIGHT = "kvartal.nightly";
    private static final String START = "START";
    private static final String FAIL = "FAIL";

    private final Path file;
    private final String project;
    private final ZoneId zone;
    private final Path output;
    private final Clock clock;
    private final List<FinishedStep> finished = new ArrayList<>();
    private UUID run = LineageEvent.id("none");

    LineageFile(Path file, String project, ZoneId zone, Path output, Clock clock) {
        this.file = file;
        this.project = project;
        this.zone = zone;
        this.output = output;
        this.clock = clock;
    }

    @Override
    public void runStarted(RunState state) {
        finished.clear();
        run = LineageEvent.id(project, state.run(), clock.instant().toString());
        append(night(START, state.asOf()));
    }

    @Override
    public void stepStarted(String step) {
        append(step(START, clock.instant(), step));
    }

    @Override
    public void stepEnded(FinishedStep step) {
        finished.add(step);
    }

    @Override
    public void runEnded(RunOutcome outcome) {
        if (outcome.run().isEmpty()) {
            return;
        }
        Optional<LineageDatasets> datasets = outcome.release()
                .or(() -> new Releases(output).latest())
                .map(release -> new LineageDatasets(project, release));
        finished.forEach(step -> append(completed(step, datasets)));
        String reason = outcome.reason().orElse("");
        outcome.step()
                .ifPresent(step -> append(step(FAIL, clock.instant(), step).error(reason)));
        boolean published = outcome.release().isPresent();
        LineageEvent end = night(published ? "COMPLETE" : FAIL, outcome.asOf());
        append(published ? end : end.error(reason));
        finished.clear();
    }

    private LineageEvent completed(FinishedStep step, Optional<LineageDatasets> datasets) {
        Instant end = step.started().plusMillis(Math.round(step.seconds() * 1000));
        LineageEvent event = step("COMPLETE", end, step.name());
        return datasets.map(known -> event.datasets(known.inputs(step.name()), known.outputs(step.name())))
                .orElse(event);
    }

    private LineageEvent night(String type, LocalDate asOf) {
        return LineageEvent.of(type, clock.instant(), run)
                .job(project, NIGHT, "JOB")
                .nominalTime(
                        asOf.atStartOfDay(zone).toInstant(),
                        asOf.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private LineageEvent step(String type, Instant time, String step) {
        return LineageEvent.of(type, time, LineageEvent.id(run.toString(), step))
                .job(project, NIGHT + "." + step, "TASK")
                .parent(run, project, NIGHT);
    }

    private void append(LineageEvent event) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String line = new ObjectMapper().writeValueAsString(event.json()) + "\n";
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write an event of " + file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
