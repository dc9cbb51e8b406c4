package org.kvartal.jobs.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.kvartal.jobs.ExitCode;

/**
 * How a run ended.
 *
 * @param run empty when the run could not begin, as with a lock that another run holds
 * @param step the step that failed; empty when none did
 * @param cause why nothing was published; empty when something was
 * @param release folder of what was published
 */
public record RunOutcome(
        LocalDate asOf,
        Optional<RunState> run,
        ExitCode exitCode,
        Optional<String> step,
        Optional<Throwable> cause,
        Optional<Path> release) {

    static RunOutcome published(RunState run, ExitCode exitCode, Path release) {
        return new RunOutcome(
                run.asOf(), Optional.of(run), exitCode, Optional.empty(), Optional.empty(), Optional.of(release));
    }

    /** @param run empty when it could not begin */
    public static RunOutcome failed(LocalDate asOf, Optional<RunState> run, Throwable cause) {
        Optional<String> step = cause instanceof StepFailed failed ? Optional.of(failed.step()) : Optional.empty();
        return new RunOutcome(asOf, run, Failure.exitCode(cause), step, Optional.of(cause), Optional.empty());
    }

    /** Why nothing was published, in one sentence; empty when something was. */
    public Optional<String> reason() {
        return cause.map(Throwable::getMessage);
    }
}
