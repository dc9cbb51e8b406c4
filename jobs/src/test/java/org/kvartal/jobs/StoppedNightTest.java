package org.kvartal.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.TinyProject.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** A night in a process of its own, beside which another is started, and which is asked to end. */
class StoppedNightTest {
    private static final String LOADING = "2024-06-30  extract ";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void keepsOthersOutAndStopsWhenItIsAskedAndGoesOnLater() throws IOException, InterruptedException {
        TinyProject project = TinyProject.in(folder);
        Process night = start(project);
        List<String> lines = new ArrayList<>();
        try (BufferedReader err = night.errorReader()) {
            readUntil("2024-06-30  check-sources ", err, lines);
            assertRefusesASecondNight(project, night.pid());
            readUntil(LOADING, err, lines);
            // Unlike the process itself, its handle leaves the stream open.
            night.toHandle().destroy();
            err.lines().forEach(lines::add);
            assertThat(night.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(night.exitValue()).as(String.join("\n", lines)).isEqualTo(2);
        assertThat(lines)
                .last()
                .asString()
                .matches(
                        "kvartal: Cannot finish the night: asked to stop at step [a-z-]+; run the same command again to"
                                + " resume");
        assertThat(TinyProject.run("status", "--out", project.output().toString())
                        .out())
                .isEqualTo("""
                        output      %s
                        published   nothing yet
                        running     no
                        stopped     2024-06-30.1; resume with: kvartal run --as-of 2024-06-30 --out %s
                        """.formatted(project.output(), project.output()));
        assertThat(project.output().resolve(".scratch")).doesNotExist();
        assertGoesOnWithoutTheJobRepository(project);
    }

    private static void assertRefusesASecondNight(TinyProject project, long pid) {
        Outcome second = project.runNight();
        assertThat(second.exitCode()).isEqualTo(4);
        assertThat(second.out()).isEmpty();
        assertThat(second.err())
                .matches("kvartal: Cannot start: another run writes to \\Q" + project.output() + "\\E \\(pid " + pid
                        + " on \\S+ since \\S+Z, heartbeat \\d+ s ago\\); wait until it ends\n");
    }

    /** It is killed at its first step: that it comes to its end is shown elsewhere. */
    private static void assertGoesOnWithoutTheJobRepository(TinyProject project)
            throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(project.output().resolve("jobs"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        String[] plan = project.night();
        plan[0] = "plan";
        List<String> planned = PlanTest.steps(TinyProject.run(plan));
        Process again = start(project);
        List<String> lines = new ArrayList<>();
        try (BufferedReader err = again.errorReader()) {
            readUntil("2024-06-30  ", err, lines);
        } finally {
            again.destroyForcibly().waitFor();
        }
        assertThat(lines).last().asString().doesNotContain("check-sources", "extract");
        assertThat(lines).last().asString().startsWith("2024-06-30  " + planned.get(0) + " ");
    }

    private static Process start(TinyProject project) throws IOException {
        return OwnProcess.of(project.night())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void readUntil(String beginning, BufferedReader err, List<String> lines) throws IOException {
        String line = err.readLine();
        while (line != null) {
            lines.add(line);
            if (line.startsWith(beginning)) {
                return;
            }
            line = err.readLine();
        }
        throw new AssertionError("ended without a line " + beginning + ":\n" + String.join("\n", lines));
    }
}
