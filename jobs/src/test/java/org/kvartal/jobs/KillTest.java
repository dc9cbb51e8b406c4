package org.kvartal.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A night in a process of its own, which is killed again and again. */
class KillTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void goesOnWhereItWasKilledAndPublishesWhatAnUndisturbedNightDoes() throws IOException, InterruptedException {
        TinyProject project = TinyProject.in(folder);

        List<String> first = stepsUntilKilledAfter("extract", project);
        assertThat(first).containsExactly("check-sources", "extract");
        assertThat(project.release()).doesNotExist();

        List<String> second = stepsUntilKilledAfter("forecast-series", project);
        assertThat(second)
                .endsWith(
                        "load-tables",
                        "check-references",
                        "match-identities",
                        "score-quality",
                        "record-history",
                        "match-products",
                        "forecast-series")
                .doesNotContain("check-sources");
        assertThat(TinyProject.run("status", "--out", project.output().toString())
                        .out())
                .isEqualTo("""
                        output      %s
                        published   nothing yet
                        running     no
                        unfinished  2024-06-30.1; resume with: kvartal run --as-of 2024-06-30
                        """.formatted(project.output()));

        List<String> third = stepsUntilKilledAfter("export-datasets", project);
        assertThat(third).endsWith("build-marts", "export-datasets").doesNotContain("load-tables");
        assertThat(project.release()).doesNotExist();

        TinyProject.Outcome last = project.runNight();
        assertThat(last.exitCode()).as(last.err()).isEqualTo(1);
        assertThat(steps(last.err().lines().toList()))
                .endsWith("render-report", "describe-datasets", "record-run", "publish")
                .doesNotContain("build-marts");
        assertThat(project.publishedRows().get("crm/opportunities")).hasSize(48);
        assertThat(project.publishedRows())
                .containsExactlyInAnyOrderEntriesOf(UndisturbedNight.PROJECT.publishedRows());
    }

    /** Starts or resumes the night and kills it at once when this step has ended; returns the steps that ended. */
    private static List<String> stepsUntilKilledAfter(String step, TinyProject project)
            throws IOException, InterruptedException {
        Process process = OwnProcess.of(project.night())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader err = process.errorReader()) {
            String line = err.readLine();
            while (line != null) {
                lines.add(line);
                if (steps(lines).contains(step)) {
                    break;
                }
                line = err.readLine();
            }
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue()).as(String.join("\n", lines)).isNotIn(0, 1, 2, 3);
        return steps(lines);
    }

    private static List<String> steps(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(TinyProject.AS_OF + "  ") && line.endsWith(" s"))
                .map(line -> line.split(" +")[1])
                .toList();
    }
}
