package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PromotionCommandTest {
    @TempDir
    Path folder;

    /** Promotions add a half at the same price, and take a fifth from the week after. */
    private Path market() throws IOException {
        Random random = new Random(8);
        StringBuilder csv = new StringBuilder("article,kind,week,units,paid,unit_cost,promo\n");
        for (int article = 0; article < 24; article++) {
            boolean wasPromoted = false;
            for (int week = 1; week < 60; week++) {
                boolean isPromoted = random.nextInt(8) == 0;
                double paid = 1 + 0.1 * random.nextGaussian() - (isPromoted ? 0.1 : 0);
                double units = 3 - 2 * paid + 0.1 * random.nextGaussian();
                units += (isPromoted ? Math.log(1.5) : 0) + (wasPromoted ? Math.log(0.8) : 0);
                csv.append("a%d,k%d,%d,%s,%s,1,%d%n"
                        .formatted(article, article / 3, week, Math.exp(units), Math.exp(paid), isPromoted ? 1 : 0));
                wasPromoted = isPromoted;
            }
        }
        return Files.writeString(folder.resolve("market.csv"), csv);
    }

    private AnalyzeRun run(Path file, String more) throws IOException {
        String usual = ("promotion --input %s --product article --period week --quantity units --price paid"
                        + " --promotion promo --out %s ")
                .formatted(file, folder.resolve("out.csv"));
        return AnalyzeRun.of((Object[]) (usual + more).split(" "));
    }

    @Test
    void takesPromotionsApart() throws IOException {
        AnalyzeRun run = run(market(), "--family kind --cost unit_cost --lags 1");
        assertThat(run.exitCode()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.stream().map(line -> line.split(",")[1]))
                .containsExactly(
                        "term",
                        "lift",
                        "price_cut",
                        "gross",
                        "dip",
                        "cannibalised",
                        "net",
                        "net_margin",
                        "own_price",
                        "promotion",
                        "after 1",
                        "siblings_promoted");
        assertThat(estimate(lines.get(1))).isBetween(0.45, 0.55);
        assertThat(estimate(lines.get(4))).isBetween(-0.23, -0.17);
        assertThat(estimate(lines.get(5))).isBetween(-0.1, 0.1);
    }

    private static double estimate(String line) {
        return Double.parseDouble(line.split(",")[2]);
    }

    @Test
    void refusesAProductThatIsThereTwiceInAPeriod() throws IOException {
        Path file = Files.writeString(folder.resolve("twice.csv"), """
                article,week,units,paid,promo
                a,1,5,2,0
                a,1,6,2,0
                """);
        AnalyzeRun run = run(file, "");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("line 3, week: '1' must be there once for a product; add up its rows first");
    }

    @Test
    void refusesLagsBelowNought() throws IOException {
        AnalyzeRun run = run(market(), "--lags -1");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("Invalid --lags -1, --leads 0: neither may be below 0");
    }
}
