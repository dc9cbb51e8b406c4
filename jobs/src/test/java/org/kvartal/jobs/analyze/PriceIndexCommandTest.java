package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PriceIndexCommandTest {
    private static final String SALES = """
            month,article,paid,units
            2025-02,tea,3,10
            2025-01,tea,2,10
            2025-01,milk,1,30
            2025-02,milk,1.1,20
            2025-03,milk,1.2,20
            2025-03,tea,2.5,5
            2025-03,tea,2,15
            """;

    @TempDir
    Path folder;

    private AnalyzeRun run(String sales, String... more) throws IOException {
        return run(Files.writeString(folder.resolve("sales.csv"), sales), out(), more);
    }

    private static AnalyzeRun run(Path file, Path out, String... more) {
        Object[] arguments = {
            "price-index", "--input", file, "--period", "month", "--product", "article", "--price", "paid", "--out", out
        };
        return AnalyzeRun.of(
                Stream.concat(Stream.of(arguments), Stream.of(more)).toArray());
    }

    private Path out() {
        return folder.resolve("index.csv");
    }

    /** Laspeyres 2025-02: (3 x 10 + 1.1 x 30) / (2 x 10 + 1 x 30); tea costs 42.5 / 20 in 2025-03. */
    @Test
    void writesAnIndexOfEachPeriodInTheOrderOfTime() throws IOException {
        assertThat(run(SALES, "--quantity", "units", "--index", "laspeyres").exitCode())
                .isZero();
        assertThat(Files.readString(out())).isEqualTo("""
                index,period,value,matched_items,note
                laspeyres,2025-01,1,2,
                laspeyres,2025-02,1.26,2,
                laspeyres,2025-03,1.145,2,
                """);
    }

    /** Coffee enters in the second month and takes half of the spending: 2^(1 / (3 - 1)) cheaper. */
    @Test
    void countsWhatEntersWithTheElasticityOfSubstitution() throws IOException {
        String sales = """
                month,article,paid,units
                2025-01,tea,2,10
                2025-02,tea,2,5
                2025-02,coffee,5,2
                """;
        assertThat(run(sales, "--quantity", "units", "--index", "jevons", "--substitution", "3")
                        .exitCode())
                .isZero();
        assertThat(Files.readAllLines(out())).containsSequence("chained-ces,2025-02,0.707106781187,1,");
        AnalyzeRun refused = run(sales, "--quantity", "units", "--index", "jevons", "--substitution", "1");
        assertThat(refused.err()).contains("Invalid --substitution 1.0: it must be above 1, and needs --quantity");
    }

    @Test
    void writesEveryIndexWhenAskedForAll() throws IOException {
        assertThat(run(SALES, "--quantity", "units", "--index", "all").exitCode())
                .isZero();
        List<String> lines = Files.readAllLines(out());
        assertThat(lines).hasSize(1 + 3 * 23);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("weighted-time-product-dummy,2025-03,"))
                .anyMatch(line -> line.startsWith("time-product-dummy,2025-03,"));
        String value = lines.stream()
                .filter(line -> line.startsWith("fisher,2025-02,"))
                .findFirst()
                .orElseThrow()
                .split(",")[2];
        assertThat(new BigDecimal(value).precision()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void leavesWeightedIndicesOutWithoutQuantities() throws IOException {
        assertThat(run(SALES, "--index", "all").exitCode()).isZero();
        assertThat(Files.readString(out())).contains("chained-jevons,").doesNotContain("fisher", "paasche");
        AnalyzeRun refused = run(SALES, "--index", "fisher");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("Invalid --index fisher: it needs --quantity");
    }

    @Test
    void saysWhichRowsHaveNoPriceOrQuantity() throws IOException {
        AnalyzeRun refused = run("""
                month,article,paid,units
                2025-01,tea,0,10
                2025-01,,2,-3
                """, "--quantity", "units", "--index", "fisher");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .contains("line 2, paid: '0' must be above 0")
                .contains("line 3, article: '' must not be empty")
                .contains("line 3, units: '-3' must not be below 0");
        assertThat(out()).doesNotExist();
    }

    @Test
    void refusesAnUnknownIndexAndAWindowOfOnePeriod() throws IOException {
        assertThat(run(SALES, "--index", "lowe").err())
                .contains("Invalid --index lowe: it must be all or one of carli");
        assertThat(run(SALES, "--index", "jevons", "--window", "1").err()).contains("Invalid --window 1");
    }

    @Test
    void refusesPeriodsWhoseOrderIsNotThatOfTheirText() throws IOException {
        AnalyzeRun months = run("month,article,paid\n11/2023,tea,1\n01/2024,tea,2\n", "--index", "jevons");
        assertThat(months.exitCode()).isEqualTo(3);
        assertThat(months.err()).contains("line 2, month: '11/2023' must be a whole number, or begin with the year");

        AnalyzeRun weeks = run("month,article,paid\nw9,tea,1\nw10,tea,2\n", "--index", "jevons");
        assertThat(weeks.err())
                .contains("line 3, month: 'w10' must be written as the first period, 'w9', with as many");

        assertThat(run("month,article,paid\n2024-Q1,tea,1\n2023-Q4,tea,2\n", "--index", "jevons")
                        .exitCode())
                .isZero();
    }

    @Test
    void keepsTheFileThatItReads() throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), SALES);
        AnalyzeRun run = run(file, folder.resolve("x/../prices.csv").normalize(), "--index", "jevons");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("is the file of --input too; name another one");
        assertThat(file).hasContent(SALES);
    }

    @Test
    void saysThatAResultCannotBeAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), SALES);
        AnalyzeRun run = run(file, folder, "--index", "jevons");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("is a folder; name a file");
    }
}
