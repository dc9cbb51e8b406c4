package org.kvartal.ingest.lake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The lake's Spark on a cluster, to which spark-submit brings it. The whole night on one is in ClusterNightTest. */
class ClusterTest {
    private static final int DEALS = 400;

    @TempDir
    Path folder;

    @Test
    void writesFromItsExecutorsWhatPlainJavaSumsThoughOneOfThemDies() throws IOException, InterruptedException {
        try (Lake lake = Lake.open(folder.resolve("lake"));
                LoopbackCluster cluster = LoopbackCluster.start(folder)) {
            lake.replace(ClusterProgram.DEALS, IntStream.range(0, DEALS).mapToObj(ClusterTest::deal));
            Process program = cluster.submit(ClusterProgram.class, folder.toString())
                    .redirectError(
                            ProcessBuilder.Redirect.to(folder.resolve("err").toFile()))
                    .start();
            String out = new String(program.getInputStream().readAllBytes());

            assertThat(program.waitFor())
                    .as(Files.readString(folder.resolve("err")))
                    .isZero();
            assertThat(out).contains("SPARK true");
            assertThat(folder.resolve("died")).exists();
            assertThat(lake.rows(ClusterProgram.TOTALS))
                    .extracting(row -> row.get(1), row -> row.get(2))
                    .as("deals and amounts of four owners")
                    .containsExactlyInAnyOrderElementsOf(totals());
            assertThat(lake.rows(ClusterProgram.TOTALS))
                    .extracting(row -> row.get(0))
                    .as("no owner by name")
                    .doesNotContainAnyElementsOf(List.of("owner 0", "owner 1", "owner 2", "owner 3"))
                    .doesNotHaveDuplicates();
        }
    }

    private static Object[] deal(int number) {
        return new Object[] {"crm:" + number, "owner " + number % 4, BigDecimal.valueOf(number * 7L + 1, 2)};
    }

    private static List<Tuple> totals() {
        return IntStream.range(0, 4)
                .mapToObj(owner -> tuple(
                        (long) DEALS / 4,
                        IntStream.range(0, DEALS)
                                .filter(number -> number % 4 == owner)
                                .mapToObj(number -> BigDecimal.valueOf(number * 7L + 1, 2))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .toList();
    }
}
