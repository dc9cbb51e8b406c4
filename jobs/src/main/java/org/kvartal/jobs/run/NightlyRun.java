package org.kvartal.jobs.run;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.run.Forecasts;
import org.kvartal.ingest.Ingest;
import org.kvartal.ingest.gate.NightStopped;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.NightlyJob;
import org.kvartal.reports.Reports;
import org.kvartal.reports.publish.Releases;
import org.kvartal.reports.publish.StaleMark;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.SimpleJob;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** One night: takes the lock, goes on where a run of the same date stopped or begins a new one, and tells how it ended. */
public final class NightlyRun {
    private final KvartalConfig config;
    private final AsOf asOf;
    private final RunListener listener;
    private final Clock clock;
    private final Claimant claimant;
    private @Nullable RunJournal journal;

    /**
     * @param clock when steps begin and end
     * @param claimant who runs, for whoever finds the lock taken
     */
    public NightlyRun(KvartalConfig config, LocalDate date, RunListener listener, Clock clock, Claimant claimant) {
        this.config = config;
        this.asOf = new AsOf(date, config.project().zone());
        this.listener = listener;
        this.clock = clock;
        this.claimant = claimant;
    }

    /**
     * Runs the night to its end.
     *
     * @throws FolderLocked if another run writes to the output folder
     * @throws StepFailed if a step failed; the same call resumes there
     * @throws RunStopped if the process was asked to end; the same call resumes there
     */
    public ExitCode run() {
        RunLock lock = lock();
        try {
            config.store();
            RunOutcome outcome = run(lock, Scratch.fresh(config.output().resolve(".scratch"), lock));
            listener.runEnded(outcome);
            return outcome.exitCode();
        } catch (RuntimeException | Error e) {
            listener.runEnded(failed(e));
            throw e;
        } finally {
            lock.close();
        }
    }

    private RunLock lock() {
        try {
            return RunLock.take(config.output(), claimant);
        } catch (RuntimeException e) {
            listener.runEnded(failed(e));
            throw e;
        }
    }

    private RunOutcome failed(Throwable cause) {
        return RunOutcome.failed(asOf.date(), Optional.ofNullable(journal).map(RunJournal::state), cause);
    }

    private RunOutcome run(RunLock lock, Scratch scratch) {
        Path output = config.output();
        Releases releases = new Releases(output);
        LocalDate previous = releases.before(asOf.date()).orElse(null);
        Lake lake = Lake.open(config.lake(), scratch.folder());
        try (Night night = new Night(asOf, previous, lake, scratch.folder(), config.spark())) {
            RunJournal begun = new RunJournal(output, begin(output, lake));
            journal = begun;
            listener.runStarted(begun.state());
            ExitCode ended = ended(night, begun, lock);
            begun.finish();
            return RunOutcome.published(
                    begun.state(), ended, releases.of(asOf.date()).orElseThrow());
        } finally {
            scratch.delete();
        }
    }

    /** What is shown is marked stale while a night that should replace it has failed. */
    private ExitCode ended(Night night, RunJournal begun, RunLock lock) {
        try {
            return run(night, begun, lock);
        } catch (StepFailed failed) {
            Optional<LocalDate> lastGood =
                    new Releases(config.output()).dates().stream().max(Comparator.naturalOrder());
            markStale(begun.state().run(), lastGood, failed);
            if (failed.getCause() instanceof NightStopped stopped) {
                // Rows are read anew by the next run: what is to be mended lies in the source.
                begun.finish();
                throw StepFailed.byGate(failed.step(), stopped, asOf.date(), lastGood);
            }
            throw failed;
        }
    }

    /** Not of a past date, nor once another run holds the folder. A full disk must not hide why the night failed. */
    private void markStale(String run, Optional<LocalDate> lastGood, StepFailed failed) {
        if (lastGood.filter(shown -> shown.isAfter(asOf.date())).isPresent()
                || failed.getCause() instanceof FolderLocked) {
            return;
        }
        try {
            new Releases(config.output())
                    .markStale(new StaleMark(asOf.date(), run, lastGood, failed.step(), failed.reason()));
        } catch (UncheckedIOException e) {
            failed.addSuppressed(e);
        }
    }

    private RunState begin(Path output, Lake lake) {
        RunState state = state(output, lake);
        state.write(output);
        return state;
    }

    /** What {@link #run} would do now. Takes no lock, does none of it and writes nothing. */
    public RunPlan plan() {
        Path output = config.output();
        LocalDate previous = new Releases(output).before(asOf.date()).orElse(null);
        Path scratch = output.resolve(".scratch");
        Lake lake = Lake.open(config.lake(), scratch);
        try (Night night = new Night(asOf, previous, lake, scratch, config.spark())) {
            RunState last = RunState.read(output, asOf.date()).orElse(null);
            String fingerprint = config.fingerprint();
            RunPlan.Beginning beginning = RunPlan.Beginning.after(last, fingerprint);
            RunState next = next(last, beginning, fingerprint);
            return new RunPlan(next, beginning, steps(night, new RunJournal(output, next)));
        }
    }

    /** The steps of a night, in order. */
    private List<String> steps(Night night, RunJournal begun) {
        String run = begun.state().run();
        RunRecord record = new RunRecord(night, begun, new Releases(config.output()).prepared(run));
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(
                    Steps.class,
                    () -> new Steps(
                            new ResourcelessJobRepository(),
                            new ResourcelessTransactionManager(),
                            (name, action) -> {}));
            register(context, night, record, run);
            context.refresh();
            return List.copyOf(context.getBean(SimpleJob.class).getStepNames());
        }
    }

    private RunState state(Path output, Lake lake) {
        String fingerprint = config.fingerprint();
        RunState last = RunState.read(output, asOf.date()).orElse(null);
        RunPlan.Beginning beginning = RunPlan.Beginning.after(last, fingerprint);
        if (beginning != RunPlan.Beginning.RESUMED) {
            abandonOthers(output);
            JobRepositoryFile.delete(repository());
            lake.startNight(asOf.date());
        }
        return next(last, beginning, fingerprint);
    }

    private RunState next(@Nullable RunState last, RunPlan.Beginning beginning, String fingerprint) {
        if (last == null) {
            return unused(RunState.first(asOf.date(), fingerprint));
        }
        return beginning == RunPlan.Beginning.RESUMED ? last.resumed() : unused(last.next(fingerprint));
    }

    /** A release of that name may be published, even where the record of its run is lost. */
    private RunState unused(RunState next) {
        Releases releases = new Releases(config.output());
        RunState unused = next;
        while (Files.exists(releases.prepared(unused.run()))) {
            unused = unused.next(unused.config());
        }
        return unused;
    }

    /** The lake holds one unpublished night: what another date left there is about to go, and its run with it. */
    private void abandonOthers(Path output) {
        RunState.all(output).stream()
                .filter(other -> other.stage() != RunState.Stage.FINISHED
                        && !other.asOf().equals(asOf.date()))
                .forEach(other -> other.next(RunState.NO_CONFIG).write(output));
    }

    /** Remembers the steps of the run that is under way, and no other. */
    private Path repository() {
        return config.output().resolve("jobs");
    }

    private ExitCode run(Night night, RunJournal begun, RunLock lock) {
        String run = begun.state().run();
        RunRecord record = new RunRecord(night, begun, new Releases(config.output()).prepared(run));
        Stop stop = new Stop();
        StepRun steps = new StepRun(begun, lock, stop, listener, clock, night::sparkJobs);
        Shutdown.Stoppable running = new StoppableRun(stop, begun, lock);
        Shutdown.register(running);
        try {
            BatchRun batch = new BatchRun(repository(), steps, context -> register(context, night, record, run));
            JobExecution execution = batch.run(run, job -> plan(job.getStepNames(), begun));
            requireCompleted(execution, stop, begun);
            return record.exitCode();
        } finally {
            Shutdown.unregister(running);
        }
    }

    private void plan(Collection<String> steps, RunJournal begun) {
        listener.stepsPlanned(steps.stream().filter(step -> !begun.has(step)).toList());
    }

    private void register(AnnotationConfigApplicationContext context, Night night, RunRecord record, String run) {
        context.registerBean(Ingest.class, () -> new Ingest(night, config.ingest()));
        context.registerBean(
                Forecasts.class, () -> new Forecasts(night, config.project(), config.forecast(), config.areas()));
        context.registerBean(
                Reports.class,
                () -> new Reports(
                        night,
                        config.project(),
                        config.gates(),
                        config.report(),
                        config.publication().audiences(),
                        config.datasets(),
                        config.output(),
                        run));
        context.registerBean(RunRecord.class, () -> record);
        context.register(NightlyJob.class);
    }

    private static void requireCompleted(JobExecution execution, Stop stop, RunJournal begun) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return;
        }
        for (StepExecution step : execution.getStepExecutions()) {
            List<Throwable> failures = step.getFailureExceptions();
            if (!failures.isEmpty() && (!stop.isAsked() || failures.get(0) instanceof FolderLocked)) {
                throw new StepFailed(step.getStepName(), failures.get(0));
            }
        }
        if (stop.isAsked()) {
            begun.stop();
            throw stop.exception();
        }
        throw new IllegalStateException("Cannot finish the night: it ended " + execution.getStatus() + " "
                + execution.getAllFailureExceptions());
    }
}
