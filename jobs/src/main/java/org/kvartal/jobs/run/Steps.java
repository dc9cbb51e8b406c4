package org.kvartal.jobs.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.kvartal.ingest.lake.FaultPoint;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes the steps of a job out of plain actions. An action can be run again safely. */
public final class Steps {
    /** Key in a step's execution context: Spark jobs the step has started. */
    public static final String SPARK_JOBS = "spark-jobs";

    /** Key in a step's execution context: processor time of this process while the step ran. */
    public static final String CPU_MILLIS = "cpu-millis";

    private static final double MILLIS = 1000;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final RunListener listener;
    private final Clock clock;
    private final LongSupplier sparkJobs;

    public Steps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            RunListener listener,
            Clock clock,
            LongSupplier sparkJobs) {
        this.repository = repository;
        this.transactions = transactions;
        this.listener = listener;
        this.clock = clock;
        this.sparkJobs = sparkJobs;
    }

    public JobBuilder job(String name) {
        return new JobBuilder(name, repository);
    }

    public Step step(String name, Runnable action) {
        return new StepBuilder(name, repository)
                .tasklet((contribution, chunk) -> run(name, action, contribution), transactions)
                .build();
    }

    private RepeatStatus run(String name, Runnable action, StepContribution contribution) {
        listener.stepStarted(name);
        FaultPoint.entered(name);
        Instant started = clock.instant();
        long jobsBefore = sparkJobs.getAsLong();
        long cpuBefore = ProcessorTime.used().toMillis();
        action.run();
        FaultPoint.reached("step-done");
        long jobs = sparkJobs.getAsLong() - jobsBefore;
        long cpu = ProcessorTime.used().toMillis() - cpuBefore;
        ExecutionContext context = contribution.getStepExecution().getExecutionContext();
        context.putLong(SPARK_JOBS, jobs);
        context.putLong(CPU_MILLIS, cpu);
        double seconds = Duration.between(started, clock.instant()).toMillis() / MILLIS;
        listener.stepEnded(new FinishedStep(name, started, seconds, cpu / MILLIS, jobs));
        return RepeatStatus.FINISHED;
    }
}
