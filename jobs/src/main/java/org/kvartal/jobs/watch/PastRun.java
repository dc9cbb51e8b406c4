package org.kvartal.jobs.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.kvartal.jobs.run.FinishedStep;

/**
 * One attempt at a run, as the history tells it.
 *
 * @param run as {@code 2026-03-31.1}; empty when the attempt could not begin
 * @param cpuSeconds processor time of the process from the attempt's start to its end
 * @param exitCode none of an attempt that was killed, or is still under way
 * @param step the step that failed; else empty
 * @param reason why nothing was published; else empty
 * @param release folder of what was published, relative to the output folder; else empty
 * @param steps those that the attempt finished
 */
public record PastRun(
        LocalDate asOf,
        String run,
        Instant started,
        double seconds,
        double cpuSeconds,
        RowCounts rows,
        OptionalInt exitCode,
        String step,
        String reason,
        String release,
        List<FinishedStep> steps) {

    public PastRun {
        steps = List.copyOf(steps);
    }

    /** An attempt of which nothing but the beginning is known. */
    static PastRun begun(LocalDate asOf, String run, Instant started) {
        return new PastRun(asOf, run, started, 0, 0, RowCounts.NONE, OptionalInt.empty(), "", "", "", List.of());
    }

    public boolean published() {
        return !release.isEmpty();
    }
}
