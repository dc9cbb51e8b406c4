package org.kvartal.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code kvartal history} prints. */
class HistoryTest {
    @TempDir
    Path folder;

    @Test
    void listsARunThatFailed() throws Exception {
        TinyProject project = TinyProject.in(folder);
        Files.delete(folder.resolve("data/deals.csv"));
        TinyProject.Outcome night = project.runNight();
        assertThat(night.exitCode()).as(night.err()).isEqualTo(3);
        TinyProject.Outcome history =
                TinyProject.run("history", "--out", project.output().toString(), "--format", "csv");
        assertThat(history.exitCode()).as(history.err()).isZero();
        assertThat(history.out().lines()).hasSize(2);
        assertThat(history.out())
                .startsWith("as_of,run,started_at,seconds,cpu_seconds,read_count,loaded_count,quarantined_count,"
                        + "broken_count,exit_code,step,release,reason\n2024-06-30,2024-06-30.1,")
                .contains(",,,,,3,check-sources,,")
                .contains("deals.csv");
    }

    @Test
    void putsTheStepsOfTheNewestRunBesideTheMedianOfThoseBefore() throws Exception {
        Path file = Files.createDirectories(folder.resolve("runs")).resolve("history.jsonl");
        Files.writeString(file, ended("2024-06-28", 2) + ended("2024-06-29", 4) + ended("2024-06-30", 6));
        TinyProject.Outcome steps =
                TinyProject.run("history", "--steps", "--out", folder.toString(), "--format", "csv");
        assertThat(steps.out()).isEqualTo("""
                run,step,seconds,median_seconds,percent_of_median,cpu_seconds,spark_jobs
                2024-06-30.1,extract,6.0,3.0,200,1.0,0
                """);
    }

    @Test
    void printsOneObjectARunNewestFirst() throws Exception {
        Path file = Files.createDirectories(folder.resolve("runs")).resolve("history.jsonl");
        Files.writeString(file, ended("2024-06-28", 2) + ended("2024-06-29", 4));
        TinyProject.Outcome runs =
                TinyProject.run("history", "--limit", "1", "--out", folder.toString(), "--format", "json");
        assertThat(runs.out()).startsWith("[{\"as_of\":\"2024-06-29\",").doesNotContain("2024-06-28");
    }

    private static String ended(String day, int seconds) {
        return """
                {"event": "ended", "as_of": "%1$s", "run": "%1$s.1", "started_at": "%1$sT20:00:00Z", "seconds": 9,\
                 "cpu_seconds": 9, "exit_code": 0, "release": "published/.releases/%1$s.1", "steps": [\
                {"step": "extract", "started_at": "%1$sT20:00:00Z", "seconds": %2$d, "cpu_seconds": 1,\
                 "spark_jobs": 0}]}
                """.formatted(day, seconds);
    }
}
