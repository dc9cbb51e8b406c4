package org.kvartal.jobs.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RunLockTest {
    @TempDir
    Path output;

    @Test
    @SuppressWarnings("try")
    void refusesASecondRunAndSaysWhoHoldsTheLock() {
        try (RunLock first = RunLock.take(output, "pid 7 on host since noon")) {
            assertRefused("pid 7 on host since noon");
            assertThat(RunLock.holder(output)).contains("pid 7 on host since noon");
        }
    }

    @Test
    @SuppressWarnings("try")
    void isFreeOnceItIsClosed() {
        RunLock.take(output, "a long description of the first run").close();

        assertThat(RunLock.holder(output)).isEmpty();
        try (RunLock second = RunLock.take(output, "second")) {
            assertThat(RunLock.holder(output)).contains("second");
        }
    }

    @Test
    void isHeldByNobodyInAFolderThatWasNeverUsed() {
        assertThat(RunLock.holder(output.resolve("absent"))).isEmpty();
        assertThat(output.resolve("absent")).doesNotExist();
    }

    @Test
    void createsTheFolderItLocks() {
        Path absent = output.resolve("new/folder");
        RunLock.take(absent, "first").close();
        assertThat(absent).isDirectory();
    }

    @Test
    void keepsOtherProcessesOut() throws IOException, InterruptedException {
        Process other = holder("pid 8 on host since noon");
        try {
            assertRefused("pid 8 on host since noon");
            assertThat(RunLock.holder(output)).contains("pid 8 on host since noon");
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }
        assertThat(other.exitValue()).isZero();
        RunLock.take(output, "free again").close();
    }

    @Test
    void endsWithTheProcessHoweverThatEnds() throws IOException, InterruptedException {
        Process other = holder("pid 9 on host since noon");
        other.destroyForcibly().waitFor();

        assertThat(RunLock.holder(output)).isEmpty();
        assertThat(Files.readString(output.resolve("run.lock")))
                .as("what the dead process left")
                .isEqualTo("pid 9 on host since noon\n");
        RunLock.take(output, "free again").close();
    }

    private void assertRefused(String holder) {
        assertThatThrownBy(() -> RunLock.take(output, "second"))
                .isInstanceOf(FolderLocked.class)
                .hasMessage("Cannot start: another run writes to " + output + " (" + holder + "); wait until it ends");
    }

    /** Another process, once it holds the lock. */
    private Process holder(String description) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        output.toString(),
                        description)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        assertThat(out.readLine()).isEqualTo("held");
        return process;
    }
}
