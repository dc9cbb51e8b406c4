package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class InterruptedCommandTest {
    @TempDir
    private Path folder;

    private AnalyzeRun run(Path series, String... more) {
        return AnalyzeRun.of(Stream.concat(
                        Stream.of("interrupted", "--series", series, "--out", folder.resolve("out.csv")),
                        Stream.of(more))
                .toArray());
    }

    private double[] row(String start) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0)).isEqualTo("method,term,estimate,se,lo95,hi95,ratio,ratio_lo95,ratio_hi95,p,n,note");
        String[] cells = lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow()
                .split(",");
        return Stream.of(cells)
                .skip(2)
                .limit(7)
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
    }

    /** 36 months of 100 in 10 requests, then 12 of 80 in 10, up and down by one. */
    private Path months(String... replaced) throws IOException {
        StringBuilder csv = new StringBuilder("month,minutes,requests\n");
        for (int t = 0; t < 48; t++) {
            String row = "%d-%02d-01,%d,%d".formatted(2022 + t / 12, t % 12 + 1, (t < 36 ? 100 : 80) + t % 2, 10);
            csv.append(replaced.length == 2 && row.startsWith(replaced[0]) ? replaced[1] : row)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("months.csv"), csv);
    }

    private AnalyzeRun runMonths(Path file, String... more) {
        return run(
                file,
                Stream.concat(
                                Stream.of("--time", "month", "--count", "minutes", "--exposure", "requests"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** The published answers of Lopez Bernal, Cummins and Gasparrini (2017), as in InterruptedSeriesTest of the core. */
    @Test
    void reproducesTheSmokingBanFromItsFile() throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../shared");
        Path sicily = Path.of(setting, "data", "methods", "its_sicily", "sicily.csv");
        assumeTrue(Files.exists(sicily), () -> "shared data absent: " + sicily);
        String[] named = {"--time", "time", "--count", "aces", "--exposure", "stdpop", "--since", "37"};
        AnalyzeRun run = run(sicily, named);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(row("poisson,step,")[4]).isCloseTo(0.894377, within(1e-6));
        assertThat(row("poisson,step,")[5]).isCloseTo(0.864686, within(1e-5));
        assertThat(row("quasi-poisson,step,")[1]).isCloseTo(0.032496, within(1e-6));
        assertThat(row("quasi-poisson,step,")[6]).isCloseTo(0.953193, within(1e-5));
        run(
                sicily,
                Stream.concat(Stream.of(named), Stream.of("--harmonics", "2")).toArray(String[]::new));
        assertThat(row("quasi-poisson,step,")[4]).isCloseTo(0.885072, within(1e-6));
        assertThat(row("quasi-poisson,step,")[5]).isCloseTo(0.839401, within(1e-5));
        assertThat(row(",dispersion,")[0]).isCloseTo(2.262186, within(1e-5));
    }

    @Test
    void tellsByHowMuchTheMeanFell() throws IOException {
        AnalyzeRun run = runMonths(months(), "--since", "2025-01");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(row("quasi-poisson,step,")[4]).isCloseTo(0.8, within(0.01));
        assertThat(Files.readString(folder.resolve("out.csv")))
                .contains(",48,weaker evidence: whatever else changed at that time is part of it")
                .doesNotContain(",slope,");
        runMonths(months(), "--since", "2025-01", "--change", "level-and-slope");
        assertThat(row("quasi-poisson,slope,")[0]).isCloseTo(0, within(0.002));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022-03-01 |                 | line 5, month: '2022-04-01' must follow the period before; a period without any has a
            2022-03-01 | 2022-02-01,1,1  | line 4, month: '2022-02-01' must be there once; add the rows of a period up
            2022-03-01 | 2022-03-01,-1,1 | line 4, minutes: '-1' must be at least 0
            2022-03-01 | 2022-03-01,1,0  | line 4, requests: '0' must be above 0: what the count is counted among
            2022-03-01 | 2022-13-01,1,1  | line 4, month: '2022-13-01' must be a date or time as ISO 8601 writes it
            """)
    void saysWhatIsWrongWithARow(String row, String other, String message) throws IOException {
        AnalyzeRun run = runMonths(months(row, other == null ? "" : other), "--since", "2025-01-01");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("months.csv").contains(message);
    }

    @Test
    void refusesWhatCannotBeMeasured() throws IOException {
        assertThat(runMonths(months(), "--since", "2023-06").err())
                .contains("it has 17 periods before 2023-06 and 31 from then on; at least 24 and 3 are needed");
        assertThat(runMonths(months(), "--since", "37").err())
                .contains("Invalid --since 37: it must be a time as those in")
                .contains("as 2022-01-01");
        assertThat(runMonths(months(), "--since", "2025-01", "--change", "trend")
                        .err())
                .contains("Invalid --change trend: it must be level or level-and-slope");
        assertThat(runMonths(months(), "--since", "2025-01", "--harmonics", "7").err())
                .contains("Invalid --harmonics 7: a season of 12 periods has 0 to 6");
    }
}
