package org.kvartal.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.ingest.model.Version;
import org.kvartal.jobs.TinyProject.Outcome;
import org.kvartal.jobs.run.Claimant;
import org.kvartal.jobs.run.RunLock;

import static org.assertj.core.api.Assertions.assertThat;

class MainTest {
    @TempDir
    Path folder;

    /** As the launcher does; tests run in the folder of their module. */
    @BeforeAll
    static void tellWhereKvartalIs() {
        System.setProperty("kvartal.home", "..");
    }

    @AfterAll
    static void forgetWhereKvartalIs() {
        System.clearProperty("kvartal.home");
    }

    @Test
    void listsItsVerbsWhenItIsGivenNone() {
        Outcome outcome = TinyProject.run();

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("Usage: kvartal").contains("demo", "run", "status", "query", "doctor");
    }

    @Test
    void helpsWhenAsked() {
        Outcome outcome = TinyProject.run("--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("""
                Exit codes:
                  0   done
                """);
    }

    @Test
    void refusesAVerbItDoesNotKnow() {
        assertThat(TinyProject.run("rnu")).isEqualTo(new Outcome(3, "", """
                kvartal: Unmatched argument at index 0: 'rnu'
                kvartal: see kvartal --help
                """));
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        assertThat(TinyProject.run("run", "--asof", "2024-06-30")).isEqualTo(new Outcome(3, "", """
                kvartal: Unknown options: '--asof', '2024-06-30'
                kvartal: see kvartal run --help
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-13-01", "2023-02-29", "2024-6-30", ""})
    void refusesADateThatIsNone(String date) {
        assertThat(TinyProject.run("run", "--as-of", date)).isEqualTo(new Outcome(3, "", """
                kvartal: Invalid value '%s' for --as-of: it must be a date, as 2024-12-31
                kvartal: see kvartal run --help
                """.formatted(date)));
    }

    @Test
    void refusesAFormatThatIsNone() {
        assertThat(TinyProject.run("query", "--format", "xml", "select 1")).isEqualTo(new Outcome(3, "", """
                kvartal: Invalid value 'xml' for --format: it must be one of table, csv, json
                kvartal: see kvartal query --help
                """));
    }

    @Test
    void refusesASeedThatIsNone() {
        assertThat(TinyProject.run("demo", "--seed", "many")).isEqualTo(new Outcome(3, "", """
                kvartal: Invalid value 'many' for --seed: it must be a whole number of at most 64 bits
                kvartal: see kvartal demo --help
                """));
    }

    @Test
    void saysWhichOptionLacksItsValue() {
        assertThat(TinyProject.run("run", "--as-of")).isEqualTo(new Outcome(3, "", """
                kvartal: Missing required parameter for option '--as-of' (DATE)
                kvartal: see kvartal run --help
                """));
    }

    @Test
    void tellsItsVersion() {
        assertThat(TinyProject.run("--version")).isEqualTo(new Outcome(0, "kvartal " + Version.NUMBER + "\n", ""));
    }

    @Test
    void namesAllMistakesOfAConfigurationAtOnce() throws IOException {
        TinyProject.in(folder);
        Path config = folder.resolve("conf/kvartal.yaml");
        Files.writeString(config, """
                project:
                  name: Tiny
                  currency: EUR
                  fiscal-year-start: 4
                sources:
                  crm:
                    preset: tiny
                    folder: ../no-such-folder
                forecast:
                  horizon-months: six
                quality:
                  rules: quality.yaml
                """);

        assertThat(TinyProject.run("run", "--config", config.toString(), "--as-of", "2024-06-30"))
                .isEqualTo(new Outcome(3, "", """
                        kvartal: Invalid configuration:
                        %1$s:4: project.fiscal-year-start is not a known key; did you mean fiscal-year-starts?
                        %1$s:8: sources.crm.folder = ../no-such-folder must be a folder that exists; there is none at\
                         %2$s
                        %1$s:10: forecast.horizon-months = six must be a whole number from 1 to 36
                        """.formatted(config, folder.resolve("no-such-folder"))));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void saysThatThereIsNoConfiguration() {
        Path absent = folder.resolve("absent.yaml");

        assertThat(TinyProject.run("doctor", "--config", absent.toString()))
                .isEqualTo(new Outcome(3, "", """
                kvartal: Invalid configuration:
                %s: must be a file that exists
                """.formatted(absent)));
    }

    @Test
    @SuppressWarnings("try")
    void refusesToRunBesideAnotherRun() {
        TinyProject project = TinyProject.in(folder);
        try (RunLock other = RunLock.take(project.output(), Claimant.thisProcess("crm-1", Clock.systemUTC()))) {
            Outcome second = project.runNight();
            assertThat(second.exitCode()).isEqualTo(4);
            assertThat(second.err())
                    .matches("kvartal: Cannot start: another run writes to \\Q%s\\E \\(pid %d on crm-1 since \\S+Z,"
                                    .formatted(
                                            project.output(),
                                            ProcessHandle.current().pid())
                            + " heartbeat \\d s ago\\); wait until it ends\n");
        }
    }

    @Test
    void refusesLedgersOfNothingAndOfDealsBySlice() {
        String[] days = {"ledger", "--out", folder.toString(), "--from", "2024-05-01", "--to", "2024-05-02"};
        assertThat(TinyProject.run(days)).isEqualTo(new Outcome(3, "", """
                kvartal: Cannot compare days of %s: nothing is published there yet
                """.formatted(folder)));
        String[] both = Arrays.copyOf(days, days.length + 3);
        System.arraycopy(new String[] {"--deals", "--by", "owner"}, 0, both, days.length, 3);
        assertThat(TinyProject.run(both)).isEqualTo(new Outcome(3, "", """
                kvartal: Invalid --by: the list of --deals has every slice already
                """));
    }

    @Test
    void cannotQueryWhatWasNeverPublished() {
        assertThat(TinyProject.run("query", "--out", folder.toString(), "select 1"))
                .isEqualTo(new Outcome(3, "", """
                        kvartal: Cannot query %s: nothing is published there yet
                        """.formatted(folder)));
    }

    @Test
    void looksAtAProjectWithoutRunningIt() {
        TinyProject project = TinyProject.in(folder);
        Outcome outcome = TinyProject.run(
                "doctor", "--config", folder.resolve("conf/kvartal.yaml").toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines())
                .startsWith("ok    configuration")
                .endsWith("ok    source crm, 5 tables")
                .allMatch(line -> line.startsWith("ok    "));
        assertThat(project.release()).doesNotExist();
    }

    @Test
    void warnsOfFilesAndColumnsThatNobodyReads() throws IOException {
        TinyProject.in(folder);
        Path config = folder.resolve("conf/kvartal.yaml");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("sources:\n", "sources:\n  inputs: { preset: files, folder: ../inputs }\n"));
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        Files.writeString(inputs.resolve("teams.csv"), "team_id,name,regoin\n");
        Files.writeString(inputs.resolve("quota.csv"), "owner_id,month,amount\n");
        Outcome outcome = TinyProject.run("doctor", "--config", config.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().filter(line -> line.startsWith("warn")))
                .containsExactly(
                        "warn  source inputs: quota.csv is not read: no table has this name",
                        "warn  source inputs: teams.csv has a column regoin, which is none of teams and is not taken;"
                                + " did you mean region?");
    }

    @Test
    void knowsWhichFileOfASourceIsMissing() throws IOException {
        TinyProject project = TinyProject.in(folder);
        Files.delete(folder.resolve("data/articles.csv"));
        Outcome outcome = project.runNight();

        assertThat(outcome).isEqualTo(new Outcome(3, "", """
                        kvartal: step check-sources failed: Cannot read articles of source crm: there is no file\
                         articles.csv in %s; run the same command again to resume
                        """.formatted(folder.resolve("data"))));
    }
}
