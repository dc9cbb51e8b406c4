package org.kvartal.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.TinyProject.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run would do, before it does it. */
class PlanTest {
    private static final TinyProject DONE = UndisturbedNight.PROJECT;

    @TempDir
    Path folder;

    @Test
    void listsForAFirstNightTheStepsThatItThenDoes() {
        TinyProject project = TinyProject.in(folder);
        Outcome plan = TinyProject.run(options("plan", project, "--as-of", TinyProject.AS_OF));

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out())
                .startsWith("run       2024-06-30.1  new: the date was never run\n"
                        + "source    crm  read whole: no run has read it yet\n");
        assertThat(steps(plan))
                .isEqualTo(UndisturbedNight.OUTCOME
                        .err()
                        .lines()
                        .filter(line -> line.endsWith(" s"))
                        .map(line -> line.split(" +")[1])
                        .toList());
        assertThat(project.output()).doesNotExist();
    }

    @Test
    void saysThatAFinishedDateIsRunAgainAndWritesNothing() throws IOException {
        Map<Path, Object> before = files(DONE.output());
        Outcome plan = TinyProject.run(options("plan", DONE, "--as-of", TinyProject.AS_OF));

        assertThat(plan.out())
                .startsWith("run       2024-06-30.2  new: the run before it was finished\n")
                .contains("source    crm  no file is newer than the last reading of ")
                .containsPattern("steps     \\d+ of \\d+ to do, usually \\d+ s in all\n")
                .endsWith("sections  all are written; none rests on changed sources\n");
        assertThat(files(DONE.output())).isEqualTo(before);
    }

    @Test
    void namesTheMissedNightsAndWhatRunsThem() {
        Outcome plan = TinyProject.run(options("plan", DONE, "--as-of", "2024-07-03", "--explain"));

        assertThat(plan.out())
                .startsWith("run       2024-07-03.1  new: the date was never run\n"
                        + "missed    no night was published from 2024-07-01 to 2024-07-02; run what is missing with:"
                        + " kvartal backfill --from 2024-07-01 --to 2024-07-02 --out " + DONE.output() + "\n")
                .contains("a new run does every step");
    }

    @Test
    void readsNoSourceForADateBeforeTheNewest() {
        Outcome plan = TinyProject.run(options("plan", DONE, "--as-of", "2024-06-29"));

        assertThat(plan.out())
                .contains(
                        "source    crm  not read: what is known of the date is taken from the lake, up to 2024-06-30\n");
    }

    @Test
    void hasNothingToBackfillWhereAllIsPublished() {
        Outcome backfill =
                TinyProject.run(options("backfill", DONE, "--from", TinyProject.AS_OF, "--to", TinyProject.AS_OF));

        assertThat(backfill).isEqualTo(new Outcome(0, "", "kvartal: 0 nights to run from 2024-06-30 to 2024-06-30\n"));
    }

    @Test
    void refusesToBackfillBackwards() {
        assertThat(TinyProject.run(options("backfill", DONE, "--from", "2024-07-02", "--to", "2024-07-01")))
                .isEqualTo(
                        new Outcome(
                                3,
                                "",
                                "kvartal: Cannot run from 2024-07-02 to 2024-07-01: the first day must not be after the last\n"));
    }

    /** A command line on the project, with its configuration. */
    private static String[] options(String verb, TinyProject project, String... options) {
        String[] night = project.night();
        return Stream.concat(Stream.of(verb, night[1], night[2]), Stream.of(options))
                .toArray(String[]::new);
    }

    static List<String> steps(Outcome plan) {
        return plan.out()
                .lines()
                .dropWhile(line -> !line.startsWith("step "))
                .skip(1)
                .takeWhile(line -> !line.startsWith("sections "))
                .map(line -> line.split(" +")[0])
                .toList();
    }

    private static Map<Path, Object> files(Path root) throws IOException {
        Map<Path, Object> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
