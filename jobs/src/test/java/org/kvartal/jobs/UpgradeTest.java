package org.kvartal.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.ingest.model.Version;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Lakes and releases that earlier states of Kvartal have left: see {@code golden/README.md}. */
class UpgradeTest {
    private static final Path GOLDEN = Path.of("/tmp/kvartal-golden");

    @ParameterizedTest
    @CsvSource({"4, after-sales-analysis", "7, after-service-and-training"})
    void aNightGoesOnWithTheLakeOfAnEarlierState(String folder, String archive) throws Exception {
        TinyProject project = unpacked(folder, archive);
        String out = project.output().toString();
        assertThat(TinyProject.run("status", "--out", out).out()).contains("published   1 dates, 2024-06-29");

        TinyProject.Outcome night = project.runNight();

        assertThat(night.exitCode()).as(night.err()).isEqualTo(1);
        Map<String, List<String>> fresh = UndisturbedNight.PROJECT.publishedRows();
        Map<String, List<String>> upgraded = project.publishedRows();
        assertThat(upgraded.keySet()).isEqualTo(fresh.keySet());
        assertThat(List.of(
                        "crm/opportunities",
                        "mart/bookings_by_month",
                        "quarantine/opportunities",
                        "mart/sales_by_month"))
                .allSatisfy(table -> assertThat(upgraded.get(table)).isEqualTo(fresh.get(table)));
        assertThat(project.query("select count(*) as versions from history.opportunities")
                        .out())
                .isEqualTo("versions\n48\n");
        assertThat(TinyProject.run(
                                "query",
                                "--out",
                                out,
                                "--as-of",
                                "2024-06-29",
                                "--format",
                                "csv",
                                "select count(*) as deals from crm.opportunities")
                        .out())
                .isEqualTo("deals\n48\n");
        FileSystemUtils.deleteRecursively(GOLDEN.resolve(folder));
    }

    @ParameterizedTest
    @CsvSource({"7, after-service-and-training"})
    void theLakeOfALaterVersionIsRefusedBeforeAnythingIsWritten(String folder, String archive) throws Exception {
        TinyProject project = unpacked(folder + "-later", archive);
        Path record = project.output().resolve("published/latest/run.json");
        Files.writeString(
                record,
                Files.readString(record).replace("\"version\" : \"" + Version.NUMBER, "\"version\" : \"99.1.0"));

        TinyProject.Outcome night = project.runNight();

        assertThat(night.exitCode()).isEqualTo(ExitCode.INVALID.number());
        assertThat(night.err()).contains("written by Kvartal 99.1.0, and this is " + Version.NUMBER);
        assertThat(project.release()).doesNotExist();
        FileSystemUtils.deleteRecursively(GOLDEN.resolve(folder + "-later"));
    }

    private static TinyProject unpacked(String folder, String archive) throws IOException, InterruptedException {
        Path home = GOLDEN.resolve(folder);
        try {
            FileSystemUtils.deleteRecursively(home);
            Files.createDirectories(home);
        } catch (IOException e) {
            Assumptions.abort("the lake must lie in " + home + ", which cannot be written: " + e.getMessage());
        }
        Process tar = new ProcessBuilder(
                        "tar", "--extract", "--gzip", "--strip-components=1", "--directory", home.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream bytes = UpgradeTest.class.getResourceAsStream("golden/" + archive + ".tar.gz");
                var in = tar.getOutputStream()) {
            bytes.transferTo(in);
        }
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tar.waitFor()).as(said).isZero();
        return TinyProject.in(home);
    }
}
