package org.kvartal.reports.dictionary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.sql.TestSession;
import org.kvartal.reports.measure.Measure;
import org.kvartal.reports.measure.Measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What people are told to type is typed. */
class EngineTest {
    private static final TableSpec CLOSED = TableSpec.of(
            "mart",
            "closed_by_month",
            "Closed.",
            List.of("region"),
            Column.text("region", "Region."),
            Column.integer("won_count", "Won.").in("opportunities"),
            Column.integer("lost_count", "Lost.").in("opportunities"));
    private static final List<Measure> WIN_RATE = List.of(Measures.WIN_RATE);

    @TempDir
    private Path output;

    private String table;

    @BeforeEach
    void publish() throws IOException, SQLException {
        Path folder = Files.createDirectories(output.resolve("published/2024-12-31/data/mart/closed_by_month"));
        table = folder.toString();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select * from (values ('East', 3::bigint, 1::bigint), ('West', 0, 4))"
                    + " t (region, won_count, lost_count)) to '" + folder.resolve("part-00000.parquet")
                    + "' (format parquet)");
        }
    }

    @Test
    void readsTheTableInDuckDbAndGivesItsRatio() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(Engine.DUCKDB.text(CLOSED, table, WIN_RATE));
            try (ResultSet rate = statement.executeQuery(Measures.WIN_RATE.query())) {
                rate.next();
                assertThat(rate.getDouble("win_rate")).isEqualTo(0.375);
            }
        }
    }

    @Test
    void readsTheTableInSparkAndGivesItsRatio() {
        SparkSession spark = TestSession.spark();
        List<String> statements =
                Engine.SPARK.text(CLOSED, table, WIN_RATE).lines().toList();
        assertThat(statements).hasSize(3);
        List<Row> last = List.of();
        for (String statement : statements) {
            last = spark.sql(statement.replaceAll(";$", "")).collectAsList();
        }
        assertThat(last).hasSize(1);
        assertThat(last.get(0).getDouble(0)).isEqualTo(0.375);
    }

    @Test
    void readsTheTableInPandas() throws IOException, InterruptedException {
        String python = System.getProperty("kvartal.python", "python3");
        assumeTrue(runs(python, "-c", "import pandas, pyarrow"), python + " has no pandas and pyarrow");
        Path file = output.resolve(Engine.PANDAS.file());
        Files.writeString(
                file,
                Engine.PANDAS.text(CLOSED, "published/2024-12-31/data/mart/closed_by_month", WIN_RATE)
                        + "assert list(closed_by_month.won_count) == [3, 0]\n");
        assertThat(runs(python, file.toString())).isTrue();
    }

    @Test
    void readsTheTableInR() throws IOException, InterruptedException {
        assumeTrue(runs("Rscript", "-e", "library(duckdb)"), "there is no R with duckdb");
        Path file = output.resolve(Engine.R.file());
        Files.writeString(
                file,
                Engine.R.text(CLOSED, "published/2024-12-31/data/mart/closed_by_month", WIN_RATE)
                        + "stopifnot(closed_by_month$won_count == c(3, 0))\n");
        assertThat(runs("Rscript", file.toString())).isTrue();
    }

    /** Whether a program can be started in the output folder and ends well. */
    private boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(output.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            if (!ended) {
                process.destroy();
            }
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
