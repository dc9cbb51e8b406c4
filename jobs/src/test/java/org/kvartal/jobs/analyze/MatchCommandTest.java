package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MatchCommandTest {
    private static final String OWN = """
            product_id,name,brand,category,price,colour
            p1,Kobari Orange Juice 6x330 ml,Kobari,drinks,5.94,
            p2,Kobari Orange Juice 330 ml,Kobari,drinks,1.10,
            p3,Melzo Cordless Drill XD-450 750 W,Melzo,tools,120.00,blue
            p4,Melzo Cordless Drill XD-460 1100 W,Melzo,tools,160.00,blue
            p5,Vitane Dark Chocolate 250g,Vitane,food,2.50,
            p6,Lupen Tablet 64GB,Lupen,electronics,199.00,black
            """;
    private static final String OTHER = """
            product_id,name,brand,category,price,colour
            x1,"KOBARI Orange-Juice, pack of 6, 0,33 L",,drinks,4.95,
            x2,Orange juice Kobari 33cl,Kobari,drinks,1.05,
            x3,Cordless drill Melzo XD450 0.75kW,Melzo,tools,115.00,blue
            x5,Vitane dark choc 0.25 kg,Vitane,food,2.40,
            x6,Lupen Tablet 64 GB,Lupen,electronics,189.00,black
            x7,Garden hose 20 m,Wika,garden,25.00,green
            """;

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private AnalyzeRun run(String... more) throws IOException {
        String usual = "match --own %s --other %s --out %s"
                .formatted(file("own.csv", OWN), file("other.csv", OTHER), folder.resolve("out.csv"));
        return AnalyzeRun.of(
                Stream.concat(Stream.of(usual.split(" ")), Stream.of(more)).toArray());
    }

    private List<String> out() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    private String row(String ids) throws IOException {
        return out().stream()
                .filter(line -> line.startsWith(ids + ","))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + ids));
    }

    @Test
    void writesPairsWithTheirPricesForOneQuantity() throws IOException {
        AnalyzeRun run =
                run("--one-to-one", "--review", folder.resolve("review.csv").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(out().get(0))
                .isEqualTo("own_id,other_id,own_name,other_name,probability,status,kind,unit,own_unit_price,"
                        + "other_unit_price,gap_rate,agree,differ");
        assertThat(row("p1,x1")).contains(",exact,l,3,2.5,0.2,").contains("size pack");
        assertThat(row("p2,x2")).contains(",exact,l,");
        assertThat(row("p3,x3"))
                .contains(",exact,piece,120,115,0.0434782608696,")
                .contains("colour");
        assertThat(row("p5,x5")).contains(",exact,kg,10,9.6,");
        assertThat(out().stream().filter(line -> line.contains(",x7,"))).allMatch(line -> line.contains(",rejected,"));
        assertThat(run.out()).contains("accepted=").contains("threshold=").contains("expected_precision=");
        assertThat(Files.readAllLines(folder.resolve("review.csv")).get(0))
                .isEqualTo(
                        "own_id,other_id,own_name,other_name,probability,agree,differ,decision,decided_by,decided_on");
    }

    @Test
    void keepsWhatPeopleHaveDecided() throws IOException {
        Path decisions = file("decisions.csv", """
                own_id,other_id,decision,decided_by,decided_on
                p3,x3,no-match,anna,2026-03-01
                p4,x3,match,anna,2026-03-01
                p1,x1,,,
                """);
        AnalyzeRun run = run("--one-to-one", "--decisions", decisions.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(row("p3,x3")).contains(",refused,");
        assertThat(row("p4,x3")).contains(",confirmed,");
        assertThat(run.out()).contains("confirmed=1").contains("refused=1");
    }

    @Test
    void saysWhichDecisionsContradictEachOther() throws IOException {
        Path decisions = file("decisions.csv", """
                own_id,other_id,decision,decided_by,decided_on
                p3,x3,no-match,anna,2026-03-01
                p1,x1,perhaps,anna,2026-03-01
                p3,x3,match,bert,2026-03-02
                p5,x5,match,,2026-03-02
                """);
        AnalyzeRun run = run("--decisions", decisions.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("line 4, decision: 'match' must not contradict line 2, which says the opposite of p3 and x3;"
                        + " remove one of them")
                .contains("line 3, decision: 'perhaps' must be match, no-match, or empty while nothing is decided")
                .contains("line 5, decided_by: '' must not be empty");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void tellsPrecisionAndRecallOnLabels() throws IOException {
        Path labels = file("labels.csv", "own_id,other_id,match\np1,x1,1\np2,x1,0\np2,x2,1\np6,x6,1\n");
        AnalyzeRun run = run("--one-to-one", "--labels", labels.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("precision=").contains("recall=").contains("recall_lo95=");
    }

    @Test
    void leavesOutTheOwnOfferUnderAnotherName() throws IOException {
        Path ownPrices = file("own-prices.csv", "product_id,period,price\np6,1,199\np6,2,189\np6,3,179\n");
        Path otherPrices = file("other-prices.csv", "product_id,period,price\nx6,1,199\nx6,2,189\nx6,3,180\n");
        AnalyzeRun run = run("--own-prices", ownPrices.toString(), "--other-prices", otherPrices.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(row("p6,x6")).contains(",self,");
        assertThat(run.out()).contains("self=1");
    }

    @Test
    void refusesProductsThatAreThereTwiceAndPricesThatAreNone() throws IOException {
        Path bad = file("bad.csv", "product_id,name,price,pack\na,Tea,1.00,6\na,Coffee,free,0\nb,,-1,1.5\n");
        AnalyzeRun run = AnalyzeRun.of(
                "match", "--own", bad, "--other", file("other.csv", OTHER), "--out", folder.resolve("out.csv"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .contains("line 3, product_id: 'a' must not be there twice; it is in line 2")
                .contains("line 3, price: 'free' must be a number")
                .contains("line 3, pack: '0' must be a whole number of pieces from 1 on")
                .contains("line 4, name: '' must not be empty")
                .contains("line 4, price: '-1' must be above zero, or empty when unknown")
                .contains("line 4, pack: '1.5' must be a whole number");
    }

    @Test
    void refusesAPrecisionThatIsNone() throws IOException {
        AnalyzeRun run = run("--precision", "95");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("Invalid --precision 95.0: it must be between 0 and 1, as 0.95");
    }

    @Test
    void needsThePricesOfBoth() throws IOException {
        AnalyzeRun run =
                run("--own-prices", file("p.csv", "product_id,period,price\n").toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("Cannot compare prices: --own-prices and --other-prices need each other");
    }
}
