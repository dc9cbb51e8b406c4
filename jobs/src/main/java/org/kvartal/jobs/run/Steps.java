package org.kvartal.jobs.run;

import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes the steps of a job out of plain actions. An action can be run again safely. */
public final class Steps {
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final StepAction run;

    Steps(JobRepository repository, PlatformTransactionManager transactions, StepAction run) {
        this.repository = repository;
        this.transactions = transactions;
        this.run = run;
    }

    public JobBuilder job(String name) {
        return new JobBuilder(name, repository);
    }

    public Step step(String name, Runnable action) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, chunk) -> {
                            run.run(name, action);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}
