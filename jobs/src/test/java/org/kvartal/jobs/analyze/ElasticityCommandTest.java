package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ElasticityCommandTest {
    @TempDir
    Path folder;

    /** Own elasticity -1.5, cross 0.5, promotions +50 %; the price follows demand, costs do not. */
    private Path market() throws IOException {
        Random random = new Random(8);
        StringBuilder csv = new StringBuilder("article,week,units,paid,theirs,promo,cost\n");
        csv.append("a0,w0,0,5,5,0,1\n").append("a1,w0,7,5,,0,1\n");
        for (int article = 0; article < 25; article++) {
            for (int week = 1; week < 40; week++) {
                double demand = 0.3 * random.nextGaussian();
                double cost = 0.2 * random.nextGaussian();
                double theirs = 0.2 * random.nextGaussian();
                int promo = random.nextInt(5) == 0 ? 1 : 0;
                double paid = 0.02 * article + cost + 0.4 * demand;
                double units = 3 - 1.5 * paid + 0.5 * theirs + Math.log(1.5) * promo + demand;
                csv.append("a%d,w%02d,%s,%s,%s,%d,%s%n"
                        .formatted(article, week, Math.exp(units), Math.exp(paid), Math.exp(theirs), promo, cost));
            }
        }
        return Files.writeString(folder.resolve("market.csv"), csv);
    }

    private AnalyzeRun run(String more) throws IOException {
        String usual = "elasticity --input %s --product article --period week --quantity units --price paid --out %s "
                .formatted(market(), folder.resolve("out.csv"));
        return AnalyzeRun.of((Object[]) (usual + more).split(" "));
    }

    @Test
    void setsTheInstrumentedEstimateBesideThePlainOne() throws IOException {
        AnalyzeRun run = run("--competitor-price theirs --promotion promo --instrument cost");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("kvartal: 2 rows left out: no quantity or price above 0, or an empty column");
        List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.get(0)).isEqualTo("method,term,estimate,se,lo95,hi95,n,note");
        assertThat(lines.stream().map(line -> line.split(",")[0] + " " + line.split(",")[1]))
                .containsExactly(
                        "method term",
                        "ols own_price",
                        "ols competitor_price",
                        "ols promotion",
                        "2sls own_price",
                        "2sls competitor_price",
                        "2sls promotion",
                        "2sls first_stage_F",
                        "2sls anderson_rubin",
                        "2sls endogeneity_F");
        assertThat(between(lines.get(4))).isTrue();
        assertThat(Double.parseDouble(lines.get(1).split(",")[2])).isGreaterThan(-1.2);
        assertThat(lines.get(4)).endsWith(",975,errors clustered by product");
    }

    @Test
    void writesTheElasticityOfEachProductAndWarnsOfFewPriceChanges() throws IOException {
        Path each = folder.resolve("each.csv");
        assertThat(run("--competitor-price theirs --promotion promo --instrument cost --products " + each)
                        .exitCode())
                .isZero();
        List<String> lines = Files.readAllLines(each);
        assertThat(lines.get(0)).isEqualTo("product,n,price_changes,raw,raw_se,shrunk,lo95,hi95,note");
        assertThat(lines).hasSize(26);
        for (String line : lines.subList(1, 26)) {
            assertThat(Double.parseDouble(line.split(",")[5])).isBetween(-1.9, -1.1);
        }
        assertThat(lines.get(1)).startsWith("a0,39,38,");
        assertThat(Files.readString(folder.resolve("out.csv"))).doesNotContain("price changes");
    }

    @Test
    void warnsOfCrossPricesThatSeldomChange() throws IOException {
        StringBuilder csv = new StringBuilder("article,week,units,paid,theirs\n");
        for (int i = 0; i < 120; i++) {
            csv.append("a%d,%d,%d,%d,%d%n"
                    .formatted(i % 4, i / 4, 3 + i * 7 % 5, 2 + i * 5 % 7, i / 4 < 15 ? 4 + i % 2 : 5));
        }
        Path file = Files.writeString(folder.resolve("few.csv"), csv);
        String usual = "elasticity --input %s --product article --period week --quantity units --price paid --out %s"
                        .formatted(file, folder.resolve("out.csv"))
                + " --competitor-price theirs";
        assertThat(AnalyzeRun.of((Object[]) usual.split(" ")).exitCode()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out.csv")).get(2))
                .endsWith("; only 2 price changes: below 100 its sign is not to be relied on");
    }

    private static boolean between(String line) {
        String[] cells = line.split(",");
        return Double.parseDouble(cells[4]) < -1.5 && Double.parseDouble(cells[5]) > -1.5;
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        AnalyzeRun run = run("--instrument tariff");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("it has no column tariff; it has article, week");
    }

    /** The file has a column that is called as a part of the equation, and is none. */
    @Test
    void keepsAColumnApartThatIsCalledAsOneOfOurs() throws IOException {
        Path renamed = folder.resolve("renamed.csv");
        Files.writeString(renamed, Files.readString(market()).replaceFirst("promo,cost", "price,cost"));
        Path plain = folder.resolve("plain.csv");
        assertThat(run("--control promo").exitCode()).isZero();
        Files.move(folder.resolve("out.csv"), plain);
        AnalyzeRun run = AnalyzeRun.of((Object[])
                "elasticity --input %s --product article --period week --quantity units --price paid --control price --out %s"
                        .formatted(renamed, folder.resolve("out.csv"))
                        .split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("out.csv")))
                .isEqualTo(Files.readString(plain).replace(",promo,", ",price of the file,"));
    }
}
