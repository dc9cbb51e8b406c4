package org.kvartal.jobs.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.tools.DeleteDbFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

import static org.assertj.core.api.Assertions.assertThat;

/** A job of three steps, whose second fails at first; between the attempts its repository suffers. */
class BatchRunTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-31T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate MARCH = LocalDate.parse("2026-03-31");

    @TempDir
    Path output;

    private final List<String> done = new ArrayList<>();
    private RunLock lock;
    private boolean broken = true;

    @BeforeEach
    void beginTheRun() {
        lock = RunLock.take(output, Claimant.thisProcess("crm-1", NOON));
        RunState.first(MARCH, "a1b2").write(output);
        assertThat(attempt().getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(done).containsExactly("extract");
        broken = false;
    }

    @AfterEach
    void end() {
        lock.close();
    }

    /** As another process would go on: by what is kept in files. */
    private JobExecution attempt() {
        RunJournal journal = new RunJournal(output, RunState.read(output, MARCH).orElseThrow());
        StepRun steps = new StepRun(journal, lock, new Stop(), new RunListener() {}, NOON, () -> 0);
        BatchRun run = new BatchRun(
                output.resolve("jobs"),
                steps,
                context -> context.registerBean("tiny", Job.class, () -> tiny(context.getBean(Steps.class))));
        return run.run(journal.state().run(), job -> {});
    }

    private Job tiny(Steps steps) {
        return steps.job("tiny")
                .start(steps.step("extract", () -> done.add("extract")))
                .next(steps.step("load", () -> {
                    if (broken) {
                        throw new IllegalStateException("Cannot load: asked to fail");
                    }
                    done.add("load");
                }))
                .next(steps.step("publish", () -> done.add("publish")))
                .build();
    }

    private void assertGoesOn() {
        JobExecution execution = attempt();
        assertThat(execution.getStatus())
                .as("%s", execution.getAllFailureExceptions())
                .isEqualTo(BatchStatus.COMPLETED);
        assertThat(done).containsExactly("extract", "load", "publish");
        assertThat(RunState.read(output, MARCH).orElseThrow().steps())
                .extracting(FinishedStep::name)
                .containsExactly("extract", "load", "publish");
    }

    @Test
    void goesOnWithTheStepThatFailed() {
        assertGoesOn();
    }

    @Test
    void goesOnWhenTheRepositoryIsLost() {
        JobRepositoryFile.delete(output.resolve("jobs"));
        assertGoesOn();
    }

    @Test
    void goesOnWhenTheRepositoryIsDamaged() throws IOException {
        Files.writeString(repository(), "no database");
        assertGoesOn();
    }

    @Test
    void goesOnWhenTheRepositoryIsCutOff() throws IOException {
        try (FileChannel file = FileChannel.open(repository(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }
        assertGoesOn();
    }

    @Test
    @SuppressWarnings("try")
    void goesOnWhenAnotherProcessHasTheRepositoryOpen() throws IOException {
        try (FileChannel file = FileChannel.open(repository(), StandardOpenOption.WRITE);
                AutoCloseable held = file.lock()::release) {
            assertGoesOn();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Test
    void goesOnWhenTheRepositoryIsThatOfAnEarlierVersion() throws SQLException {
        DeleteDbFiles.execute(output.resolve("jobs").toString(), "repository", true);
        change("create table BATCH_JOB_INSTANCE (JOB_INSTANCE_ID bigint primary key, NAME varchar(100))");
        assertGoesOn();
    }

    @Test
    void goesOnAfterAnExecutionThatNobodyEnded() throws SQLException {
        change("update BATCH_JOB_EXECUTION set STATUS = 'STARTED', END_TIME = null");
        change("update BATCH_STEP_EXECUTION set STATUS = 'STARTED', END_TIME = null where STEP_NAME = 'load'");
        assertGoesOn();
    }

    @Test
    void goesOnAfterAnExecutionThatNobodyKnowsTheEndOf() throws SQLException {
        change("update BATCH_JOB_EXECUTION set STATUS = 'UNKNOWN'");
        change("update BATCH_STEP_EXECUTION set STATUS = 'UNKNOWN' where STEP_NAME = 'load'");
        assertGoesOn();
    }

    @Test
    void beginsNoStepAgainThatEndedJustBeforeTheProcessDied() throws SQLException {
        change("update BATCH_JOB_EXECUTION set STATUS = 'STARTED', END_TIME = null");
        change("update BATCH_STEP_EXECUTION set STATUS = 'STARTED', END_TIME = null where STEP_NAME = 'extract'");
        assertGoesOn();
    }

    @Test
    void wakesNoObjectThatIsHiddenInAContext() throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new java.util.HashMap<>(Map.of("canary", new Canary())));
        }
        String base64 = java.util.Base64.getEncoder().encodeToString(bytes.toByteArray());
        for (String table : List.of("BATCH_JOB_EXECUTION_CONTEXT", "BATCH_STEP_EXECUTION_CONTEXT")) {
            try (Connection repository = connection();
                    PreparedStatement update = repository.prepareStatement(
                            "update " + table + " set SHORT_CONTEXT = ?, SERIALIZED_CONTEXT = ?")) {
                update.setString(1, base64);
                update.setString(2, base64);
                assertThat(update.executeUpdate()).as(table).isPositive();
            }
        }
        Canary.woken = false;
        assertGoesOn();
        assertThat(Canary.woken).isFalse();
    }

    @Test
    void beginsNoStepOnceItIsAskedToStop() throws IOException {
        RunJournal journal = new RunJournal(output, RunState.read(output, MARCH).orElseThrow());
        Stop stop = new Stop();
        StepRun steps = new StepRun(journal, lock, stop, new RunListener() {}, NOON, () -> 0);
        stop.ask();
        JobExecution execution = new BatchRun(
                        output.resolve("jobs"),
                        steps,
                        context -> context.registerBean("tiny", Job.class, () -> tiny(context.getBean(Steps.class))))
                .run(journal.state().run(), job -> {});
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.STOPPED);
        assertThat(stop.exception())
                .hasMessage(
                        "Cannot finish the night: asked to stop at step load; run the same command again to resume");
        assertThat(done).containsExactly("extract");
        assertGoesOn();
    }

    @Test
    void beginsNoStepWhenAnotherRunHasTakenOver() {
        Lease other = Lease.of(new RunningProcess("crm-2", "", "b", "", 7, "1"), NOON.instant());
        assertThat(new Leases(output).create(lock.number() + 1, other)).isTrue();
        JobExecution execution = attempt();
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(execution.getStepExecutions())
                .flatExtracting(StepExecution::getFailureExceptions)
                .singleElement()
                .isInstanceOf(FolderLocked.class);
        assertThat(done).containsExactly("extract");
    }

    private Path repository() {
        return output.resolve("jobs/repository.mv.db");
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + output.resolve("jobs/repository"), "kvartal", "");
    }

    private void change(String sql) throws SQLException {
        try (Connection repository = connection();
                Statement statement = repository.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Tells when Java serialisation has created one of its kind. */
    private static final class Canary implements Serializable {
        private static final long serialVersionUID = 1;
        private static boolean woken;

        private void readObject(java.io.ObjectInputStream in) {
            woken = true;
        }
    }
}
