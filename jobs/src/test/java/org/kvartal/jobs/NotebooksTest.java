package org.kvartal.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The notebooks of a night, run by Python. */
class NotebooksTest {
    private static final String NEEDED = "import duckdb, pandas, matplotlib, nbclient, ipykernel";

    private static Path notebooks() {
        return UndisturbedNight.PROJECT.release().resolve("data/notebooks");
    }

    @Test
    void standBesideTheTablesThatAnalystsStartFrom() throws IOException {
        assertThat(notebooks().resolve("mart.bookings_by_month.ipynb"))
                .content()
                .contains("# mart.bookings_by_month", "select * from mart.bookings_by_month", "won_amount by month");
        for (String namespace : List.of("mart", "forecast", "crm")) {
            try (Stream<Path> tables = Files.list(notebooks().resolveSibling(namespace))) {
                assertThat(tables.filter(Files::isDirectory))
                        .isNotEmpty()
                        .allSatisfy(table -> assertThat(
                                        notebooks().resolve(namespace + "." + table.getFileName() + ".ipynb"))
                                .isRegularFile());
            }
        }
    }

    /** All are made by one template: each must be Python, one in five is run, and one goes through a kernel. */
    @Test
    void runFromTheFirstCellToTheLast() throws IOException, InterruptedException {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "no Python with duckdb, pandas, matplotlib, nbclient and ipykernel");
        List<String> command = new ArrayList<>(List.of(
                python.get(),
                Path.of("src/test/resources/org/kvartal/jobs/run_notebooks.py")
                        .toAbsolutePath()
                        .toString(),
                notebooks().toString(),
                "5",
                "mart.bookings_by_month.ipynb"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        int count = notebookCount();
        assertThat(lines)
                .containsExactly(
                        "mart.bookings_by_month.ipynb drew 1", count + " compiled, " + (count + 4) / 5 + " ran");
        assertThat(process.waitFor()).isZero();
    }

    private static int notebookCount() throws IOException {
        try (Stream<Path> files = Files.list(notebooks())) {
            return (int)
                    files.filter(file -> file.toString().endsWith(".ipynb")).count();
        }
    }

    /** {@code KVARTAL_PYTHON}, else the one on the path. */
    private static Optional<String> python() {
        return Stream.of(System.getenv().getOrDefault("KVARTAL_PYTHON", "python3"), "python3")
                .filter(NotebooksTest::hasWhatIsNeeded)
                .findFirst();
    }

    private static boolean hasWhatIsNeeded(String python) {
        try {
            return new ProcessBuilder(python, "-c", NEEDED)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
