package org.kvartal.jobs.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.run.PublishedRun;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.RunState;

/** Adds each attempt at a run to the history of its output folder. */
public final class HistoryKeeper implements RunListener {
    private static final double MILLIS = 1000;
    private static final int LONGEST_REASON = 500;

    private final Path output;
    private final Clock clock;
    private final Supplier<Duration> processorTime;
    private final List<FinishedStep> steps = new ArrayList<>();
    private Instant started;
    private Duration processorTimeBefore;

    /** @param processorTime what the process has used so far */
    public HistoryKeeper(Path output, Clock clock, Supplier<Duration> processorTime) {
        this.output = output;
        this.clock = clock;
        this.processorTime = processorTime;
        this.started = clock.instant();
        this.processorTimeBefore = processorTime.get();
    }

    @Override
    public void runStarted(RunState run) {
        steps.clear();
        started = clock.instant();
        processorTimeBefore = processorTime.get();
        history().append(HistoryLine.begin(PastRun.begun(run.asOf(), run.run(), started)));
    }

    @Override
    public void stepEnded(FinishedStep step) {
        steps.add(step);
    }

    @Override
    public void runEnded(RunOutcome outcome) {
        history().append(HistoryLine.end(run(outcome)));
        steps.clear();
    }

    private PastRun run(RunOutcome outcome) {
        return new PastRun(
                outcome.asOf(),
                outcome.run().map(RunState::run).orElse(""),
                started,
                Duration.between(started, clock.instant()).toMillis() / MILLIS,
                processorTime.get().minus(processorTimeBefore).toMillis() / MILLIS,
                outcome.release().map(PublishedRun::of).map(RowCounts::of).orElse(RowCounts.NONE),
                OptionalInt.of(outcome.exitCode().number()),
                outcome.step().orElse(""),
                shortened(outcome.reason().orElse("")),
                outcome.release().map(this::relative).orElse(""),
                steps);
    }

    /** The folder itself: the name of the date is a link that a later run may turn. */
    private String relative(Path release) {
        try {
            return output.toRealPath().relativize(release.toRealPath()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot find " + release + ": " + e.getMessage(), e);
        }
    }

    private static String shortened(String reason) {
        String line = reason.replaceAll("\\R\\s*", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }

    private RunHistory history() {
        return new RunHistory(output);
    }
}
