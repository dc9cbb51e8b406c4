package org.kvartal.jobs.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.kvartal.ingest.lake.FaultPoint;
import org.springframework.batch.core.job.JobInterruptedException;

/** Does the action of a step once in a run: told to the listener, measured, and kept in the run's record. */
final class StepRun implements StepAction {
    private static final double MILLIS = 1000;

    private final RunJournal journal;
    private final RunLock lock;
    private final Stop stop;
    private final RunListener listener;
    private final Clock clock;
    private final LongSupplier sparkJobs;

    /**
     * @param clock when steps begin and end
     * @param sparkJobs how many were started so far
     */
    StepRun(RunJournal journal, RunLock lock, Stop stop, RunListener listener, Clock clock, LongSupplier sparkJobs) {
        this.journal = journal;
        this.lock = lock;
        this.stop = stop;
        this.listener = listener;
        this.clock = clock;
        this.sparkJobs = sparkJobs;
    }

    /**
     * Does the action, unless an earlier attempt at the run has.
     *
     * @throws FolderLocked if another run has taken over meanwhile
     */
    @Override
    public void run(String name, Runnable action) throws JobInterruptedException {
        if (journal.has(name)) {
            return;
        }
        lock.requireHeld();
        if (!stop.enter(name)) {
            throw new JobInterruptedException(stop.exception().getMessage());
        }
        FinishedStep finished;
        try {
            listener.stepStarted(name);
            FaultPoint.entered(name);
            finished = measured(name, action);
            FaultPoint.reached("step-done");
        } finally {
            stop.leave();
        }
        lock.requireHeld();
        journal.add(finished);
        listener.stepEnded(finished);
    }

    private FinishedStep measured(String name, Runnable action) {
        Instant started = clock.instant();
        long jobsBefore = sparkJobs.getAsLong();
        long cpuBefore = ProcessorTime.used().toMillis();
        action.run();
        double seconds = Duration.between(started, clock.instant()).toMillis() / MILLIS;
        return new FinishedStep(
                name,
                started,
                seconds,
                (ProcessorTime.used().toMillis() - cpuBefore) / MILLIS,
                sparkJobs.getAsLong() - jobsBefore);
    }
}
