package org.kvartal.jobs.run;

import java.time.Duration;
import java.util.function.LongSupplier;
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

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Progress progress;
    private final LongSupplier sparkJobs;

    public Steps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Progress progress,
            LongSupplier sparkJobs) {
        this.repository = repository;
        this.transactions = transactions;
        this.progress = progress;
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
        progress.stepStarted(name);
        long jobsBefore = sparkJobs.getAsLong();
        long cpuBefore = cpuMillis();
        action.run();
        ExecutionContext context = contribution.getStepExecution().getExecutionContext();
        context.putLong(SPARK_JOBS, sparkJobs.getAsLong() - jobsBefore);
        context.putLong(CPU_MILLIS, cpuMillis() - cpuBefore);
        progress.stepEnded(name);
        return RepeatStatus.FINISHED;
    }

    private static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
    }
}
