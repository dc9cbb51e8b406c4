package org.kvartal.jobs.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that is asked to end in the middle of a step. */
class ShutdownTest {
    @TempDir
    Path output;

    @ParameterizedTest
    @ValueSource(strings = {"willing", "stubborn"})
    void endsWhetherTheStepHeedsItsInterruptionOrNot(String manner) throws IOException, InterruptedException {
        Process process = start(manner);
        assertThat(process.inputReader().readLine()).isEqualTo("working");
        process.toHandle().destroy();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(err)
                .endsWith("Cannot finish the night: asked to stop at step load-tables; run the same command again to"
                        + " resume\n");
        RunState state = RunState.read(output, LocalDate.parse("2026-03-31")).orElseThrow();
        assertThat(state.stage()).isEqualTo(RunState.Stage.STOPPED);
        assertThat(state.steps()).extracting(FinishedStep::name).containsExactly("extract");
        RunLock.take(output, Claimant.thisProcess("crm-1", Clock.systemUTC())).close();
    }

    @Test
    void leavesTheExitCodeOfTheSignalToWhateverRunsNoNight() throws IOException, InterruptedException {
        Process process = start("idle");
        assertThat(process.inputReader().readLine()).isEqualTo("idle");
        process.toHandle().destroy();
        assertThat(process.waitFor()).isEqualTo(143);
    }

    private Process start(String manner) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StubbornRun.class.getName(),
                        output.toString(),
                        manner)
                .start();
    }
}
