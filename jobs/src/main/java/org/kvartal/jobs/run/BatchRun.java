package org.kvartal.jobs.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.kvartal.ingest.lake.FaultPoint;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.SimpleJob;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Runs a job through Spring Batch, whatever has happened to the repository in which Batch remembers finished steps: an
 * execution that a dead process left is recovered, and a repository that cannot be used is made anew. The steps know
 * themselves which of them are done.
 */
final class BatchRun {
    private final Path repository;
    private final StepRun steps;
    private final Consumer<AnnotationConfigApplicationContext> beans;

    /**
     * @param repository folder of the repository
     * @param beans registers what the steps call, and the job
     */
    BatchRun(Path repository, StepRun steps, Consumer<AnnotationConfigApplicationContext> beans) {
        this.repository = repository;
        this.steps = steps;
        this.beans = beans;
    }

    /**
     * Runs the job, or goes on with it.
     *
     * @param run names the run: steps that are finished in a run are not done again in it
     * @param planned is told the job before it starts
     */
    JobExecution run(String run, Consumer<SimpleJob> planned) {
        try {
            return attempt(run, planned);
        } catch (JobExecutionException | RuntimeException e) {
            JobRepositoryFile.delete(repository);
            try {
                return attempt(run, planned);
            } catch (JobExecutionException again) {
                throw new IllegalStateException("Cannot start the night: " + again.getMessage(), again);
            }
        }
    }

    private JobExecution attempt(String run, Consumer<SimpleJob> planned) throws JobExecutionException {
        try (JobRepositoryFile file = JobRepositoryFile.open(repository);
                AnnotationConfigApplicationContext context = context(file)) {
            JobOperator operator = context.getBean(JobOperator.class);
            SimpleJob job = context.getBean(SimpleJob.class);
            for (JobExecution dead : context.getBean(JobRepository.class).findRunningJobExecutions(job.getName())) {
                operator.recover(dead);
                FaultPoint.reached("run-recovered");
            }
            planned.accept(job);
            JobParameters parameters =
                    new JobParametersBuilder().addString("run", run).toJobParameters();
            return operator.start(job, parameters);
        }
    }

    private AnnotationConfigApplicationContext context(JobRepositoryFile file) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", javax.sql.DataSource.class, file::dataSource);
        context.registerBean(
                Steps.class,
                () -> new Steps(
                        context.getBean(JobRepository.class),
                        context.getBean(PlatformTransactionManager.class),
                        steps));
        context.register(BatchConfiguration.class);
        beans.accept(context);
        context.refresh();
        return context;
    }
}
