package org.kvartal.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.TinyProject.Outcome;
import org.kvartal.jobs.run.Claimant;
import org.kvartal.jobs.run.RunLock;

import static org.assertj.core.api.Assertions.assertThat;

/** The report of a published date, written again from its release. */
class ReportCommandTest {
    @TempDir
    Path output;

    @BeforeEach
    void copyTheNight() throws IOException {
        Path night = UndisturbedNight.PROJECT.output();
        try (Stream<Path> found = Files.walk(night)) {
            for (Path path : found.filter(path -> !path.startsWith(night.resolve("lake")))
                    .toList()) {
                Path copy = output.resolve(night.relativize(path).toString());
                if (!copy.equals(output)) {
                    Files.copy(path, copy, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private Outcome report(String... options) {
        List<String> command = Stream.concat(Stream.of("report", "--out", output.toString()), Stream.of(options))
                .toList();
        return TinyProject.run(command.toArray(String[]::new));
    }

    private Path release() {
        return output.resolve("published").resolve(TinyProject.AS_OF);
    }

    /** Every file of a release, with what tells its content. */
    private static Map<String, String> files(Path release) throws IOException {
        Path root = release.toRealPath();
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString(),
                        UUID.nameUUIDFromBytes(Files.readAllBytes(file)).toString());
            }
        }
        return contents;
    }

    @Test
    void givesTheBytesThatTheNightGave() throws IOException {
        Path before = release().toRealPath();
        Map<String, String> night = files(before);
        Outcome outcome = report();
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(release().toRealPath()).isNotEqualTo(before).hasFileName("2024-06-30.1-again2");
        assertThat(output.resolve("published/latest").toRealPath())
                .isEqualTo(release().toRealPath());
        assertThat(files(release())).isEqualTo(night);
        assertThat(files(before)).isEqualTo(night);
    }

    @Test
    void tellsWhereTheReportsAreAndHowLongItTook() {
        Outcome outcome = report("--as-of", TinyProject.AS_OF, "--lang", "en", "--format", "html,xlsx");
        assertThat(outcome.out())
                .isEqualTo("%1$s/report/en/index.html\n%1$s/report/en/report.xlsx\n".formatted(release()));
        assertThat(outcome.err()).matches("kvartal: written in \\d+\\.\\d s\n");
    }

    @Test
    void leavesOtherFormatsAndTheDatasetsAsTheyWere() throws IOException {
        Path before = release().toRealPath();
        report("--format", "html", "--sections", "outlook,summary");
        Path after = release().toRealPath();
        for (String file : List.of("report/en/report.pdf", "run.json", "data/dictionary.json")) {
            assertThat(Files.isSameFile(before.resolve(file), after.resolve(file)))
                    .as(file)
                    .isTrue();
        }
        String html = Files.readString(after.resolve("report/en/index.html"));
        assertThat(html).contains("id=\"summary\"", "id=\"outlook\"").doesNotContain("id=\"pipeline\"");
        assertThat(Files.readString(before.resolve("report/en/index.html"))).contains("id=\"pipeline\"");
    }

    @Test
    void canBeWrittenAnyNumberOfTimes() throws IOException {
        report("--format", "xlsx", "--sections", "summary");
        report("--format", "xlsx");
        assertThat(release().toRealPath()).hasFileName("2024-06-30.1-again3");
        assertThat(release().resolve("report/en/report.xlsx"))
                .hasSameBinaryContentAs(UndisturbedNight.PROJECT.release().resolve("report/en/report.xlsx"));
    }

    @Test
    void refusesWhatThereIsNotBeforeAnythingIsWritten() throws IOException {
        Path before = release().toRealPath();
        assertThat(report("--as-of", "2024-06-29").err())
                .isEqualTo("kvartal: Cannot report as of 2024-06-29: published dates in " + output
                        + " are [2024-06-30]\n");
        assertThat(report("--lang", "xx").err()).startsWith("kvartal: Cannot report in language xx: there is none; ");
        assertThat(report("--sections", "outlok").err())
                .startsWith("kvartal: Cannot show section outlok: the report has summary, result,");
        assertThat(report("--format", "docx").exitCode()).isEqualTo(3);
        assertThat(release().toRealPath()).isEqualTo(before);
        assertThat(Files.list(output.resolve("published/.releases"))).hasSize(1);
    }

    @Test
    @SuppressWarnings("try")
    void waitsForNoNight() {
        try (RunLock night = RunLock.take(output, Claimant.thisProcess("crm-1", Clock.systemUTC()))) {
            assertThat(report().exitCode()).isEqualTo(4);
        }
    }
}
