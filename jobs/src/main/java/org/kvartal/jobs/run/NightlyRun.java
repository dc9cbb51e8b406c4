package org.kvartal.jobs.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.run.Forecasts;
import org.kvartal.ingest.Ingest;
import org.kvartal.ingest.lake.FaultPoint;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.NightlyJob;
import org.kvartal.reports.Reports;
import org.kvartal.reports.publish.Releases;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.SimpleJob;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** One night: takes the lock, goes on where a run of the same date stopped or begins a new one, and tells how it ended. */
public final class NightlyRun {
    private final KvartalConfig config;
    private final AsOf asOf;
    private final RunListener listener;
    private final Clock clock;
    private final Claimant claimant;
    private @Nullable RunState state;

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
     */
    public ExitCode run() {
        RunLock lock = lock();
        try {
            config.store();
            RunOutcome outcome = run(Scratch.fresh(config.output().resolve(".scratch")));
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
        return RunOutcome.failed(asOf.date(), Optional.ofNullable(state), cause);
    }

    private RunOutcome run(Scratch scratch) {
        Path output = config.output();
        LocalDate previous = new Releases(output).before(asOf.date()).orElse(null);
        Lake lake = Lake.open(output.resolve("lake"));
        try (Night night = new Night(asOf, previous, lake, scratch.folder(), config.spark())) {
            RunState begun = begin(output, night.lake());
            state = begun;
            listener.runStarted(begun);
            ExitCode ended = run(night, begun);
            RunState finished = begun.finished();
            finished.write(output);
            return RunOutcome.published(
                    finished, ended, new Releases(output).of(asOf.date()).orElseThrow());
        } finally {
            scratch.delete();
        }
    }

    private RunState begin(Path output, Lake lake) {
        String fingerprint = config.fingerprint();
        RunState last = RunState.read(output, asOf.date()).orElse(null);
        if (last != null && last.canResume(fingerprint)) {
            return last;
        }
        JobRepositoryFile.delete(repository());
        lake.startNight(asOf.date());
        RunState state = last == null ? RunState.first(asOf.date(), fingerprint) : last.next(fingerprint);
        state.write(output);
        return state;
    }

    /** Remembers the steps of the run that is under way, and no other. */
    private Path repository() {
        return config.output().resolve("jobs");
    }

    private ExitCode run(Night night, RunState state) {
        try {
            return run(night, state, repository());
        } catch (JobExecutionException e) {
            // The repository does not let the run go on; without it the run begins again, which is as good.
            JobRepositoryFile.delete(repository());
            try {
                return run(night, state, repository());
            } catch (JobExecutionException again) {
                throw new IllegalStateException("Cannot start the night: " + again.getMessage(), again);
            }
        }
    }

    private ExitCode run(Night night, RunState state, Path folder) throws JobExecutionException {
        try (JobRepositoryFile repository = JobRepositoryFile.open(folder);
                AnnotationConfigApplicationContext context = context(night, state, repository)) {
            JobOperator operator = context.getBean(JobOperator.class);
            for (JobExecution dead : context.getBean(JobRepository.class).findRunningJobExecutions(NightlyJob.NAME)) {
                operator.recover(dead);
                FaultPoint.reached("run-recovered");
            }
            JobParameters parameters =
                    new JobParametersBuilder().addString("run", state.run()).toJobParameters();
            try {
                requireCompleted(operator.start(planned(context, parameters), parameters));
            } catch (JobInstanceAlreadyCompleteException e) {
                // It was killed between its last step and the word that it is finished: nothing is left to do.
            }
            return context.getBean(RunRecord.class).exitCode();
        }
    }

    /** The job, after the listener was told which of its steps are still to be done. */
    private Job planned(AnnotationConfigApplicationContext context, JobParameters parameters) {
        SimpleJob job = context.getBean(SimpleJob.class);
        JobRepository repository = context.getBean(JobRepository.class);
        JobInstance instance = repository.getJobInstance(job.getName(), parameters);
        listener.stepsPlanned(job.getStepNames().stream()
                .filter(step -> instance == null || !completed(repository.getLastStepExecution(instance, step)))
                .toList());
        return job;
    }

    private static boolean completed(@Nullable StepExecution execution) {
        return execution != null && execution.getStatus() == BatchStatus.COMPLETED;
    }

    private AnnotationConfigApplicationContext context(Night night, RunState state, JobRepositoryFile repository) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", javax.sql.DataSource.class, repository::dataSource);
        context.registerBean(
                Steps.class,
                () -> new Steps(
                        context.getBean(JobRepository.class),
                        context.getBean(PlatformTransactionManager.class),
                        listener,
                        clock,
                        night::sparkJobs));
        context.registerBean(Ingest.class, () -> new Ingest(night, config.ingest()));
        context.registerBean(
                Forecasts.class, () -> new Forecasts(night, config.project(), config.forecast(), config.areas()));
        context.registerBean(
                Reports.class,
                () -> new Reports(
                        night,
                        config.project(),
                        config.report(),
                        config.publication().audiences(),
                        config.datasets(),
                        config.output(),
                        state.run()));
        context.registerBean(
                RunRecord.class,
                () -> new RunRecord(
                        night,
                        state,
                        new Releases(config.output()).prepared(state.run()),
                        context.getBean(JobRepository.class)));
        context.register(BatchConfiguration.class, NightlyJob.class);
        context.refresh();
        return context;
    }

    private static void requireCompleted(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return;
        }
        for (StepExecution step : execution.getStepExecutions()) {
            List<Throwable> failures = step.getFailureExceptions();
            if (!failures.isEmpty()) {
                throw new StepFailed(step.getStepName(), failures.get(0));
            }
        }
        throw new IllegalStateException("Cannot finish the night: it ended " + execution.getStatus() + " "
                + execution.getAllFailureExceptions());
    }
}
