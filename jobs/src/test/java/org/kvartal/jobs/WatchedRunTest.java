package org.kvartal.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.jobs.run.Claimant;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.run.FolderLocked;
import org.kvartal.jobs.run.NightlyRun;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunLock;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.RunState;
import org.kvartal.jobs.run.StepFailed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a run tells whoever watches it, however it ends. */
class WatchedRunTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2024-07-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Claimant CLAIMANT = Claimant.thisProcess("crm-1", NOON);

    @TempDir
    Path folder;

    private final Recorder recorder = new Recorder();

    @Test
    void tellsTheStepThatFailedAndWhy() throws Exception {
        TinyProject project = TinyProject.in(folder);
        Files.delete(folder.resolve("data/deals.csv"));
        assertThatThrownBy(() -> run(project)).isInstanceOf(StepFailed.class);
        assertThat(recorder.heard)
                .startsWith("started 2024-06-30.1", "first is check-sources", "begins check-sources")
                .hasSize(4)
                .last()
                .asString()
                .startsWith("ended 2024-06-30.1 INVALID in check-sources: step check-sources failed: ");
    }

    @Test
    void tellsThatItCouldNotBegin() {
        TinyProject project = TinyProject.in(folder);
        RunLock lock = RunLock.take(project.output(), CLAIMANT);
        try {
            assertThatThrownBy(() -> run(project)).isInstanceOf(FolderLocked.class);
        } finally {
            lock.close();
        }
        assertThat(recorder.heard)
                .containsExactly("ended - LOCKED in -: Cannot start: another run writes to " + project.output()
                        + " (pid " + CLAIMANT.process().pid()
                        + " on crm-1 since 2024-07-01T12:00:00Z, heartbeat 0 s ago); wait until it ends");
    }

    private void run(TinyProject project) {
        KvartalConfig config = KvartalConfig.read(
                folder.resolve("conf/kvartal.yaml"), new Surroundings(System.getenv(), folder, Map.of()));
        assertThat(config.output()).isEqualTo(project.output());
        new NightlyRun(config, LocalDate.parse(TinyProject.AS_OF), recorder, NOON, CLAIMANT).run();
    }

    private static final class Recorder implements RunListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void runStarted(RunState run) {
            heard.add("started " + run.run());
        }

        @Override
        public void stepsPlanned(List<String> steps) {
            heard.add("first is " + steps.get(0));
        }

        @Override
        public void stepStarted(String step) {
            heard.add("begins " + step);
        }

        @Override
        public void stepEnded(FinishedStep step) {
            heard.add("ended " + step.name());
        }

        @Override
        public void runEnded(RunOutcome outcome) {
            heard.add("ended " + outcome.run().map(RunState::run).orElse("-") + " " + outcome.exitCode() + " in "
                    + outcome.step().orElse("-") + ": " + outcome.reason().orElse("-"));
        }
    }
}
