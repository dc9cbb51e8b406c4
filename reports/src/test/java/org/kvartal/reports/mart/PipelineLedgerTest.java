package org.kvartal.reports.mart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.ingest.sql.GivenExpect.parameters;
import static org.kvartal.reports.mart.Marts.DEALS_COMPARED;
import static org.kvartal.reports.mart.Marts.PIPELINE_CHANGES;

/** The ledger against plain sums over random deals: the open amount before plus all changes is the open amount after. */
@ExtendWith(GivenExpect.class)
class PipelineLedgerTest {
    private static final int DEALS = 400;
    private static final String HEADER =
            "opportunity_id  outcome  owner_id  product_id  stage  amount  expected_close_date  closed_at\n";

    private record Deal(
            String id, String outcome, String owner, String product, String stage, String amount, String promised) {
        String line() {
            String closed = outcome.equals("open") ? "-" : "2024-03-31 10:00";
            return String.join("  ", id, outcome, owner, product, stage, amount, promised, closed) + "\n";
        }

        String month() {
            return promised.equals("-") ? "null" : promised.substring(0, 8) + "01";
        }

        BigDecimal open() {
            return outcome.equals("open") && !amount.equals("-") ? new BigDecimal(amount) : BigDecimal.ZERO;
        }
    }

    private List<Deal> before;
    private List<Deal> after;
    private List<Row> changes;

    @BeforeAll
    static void declareTheNights() {
        StepTables.declare();
    }

    @BeforeEach
    void buildTheLedger() {
        Random random = new Random(20240331);
        before = deals(random, 0);
        after = deals(random, DEALS / 10);
        given("previous.opportunities", lines(before));
        given("crm.opportunities", lines(after));
        given(DEALS_COMPARED, "2024-03-31");
        changes = PIPELINE_CHANGES
                .run(TestSession.spark(), parameters("2024-03-31"))
                .collectAsList();
    }

    @Test
    void addsUpInEverySlice() {
        assertAddsUp(deal -> "all", row -> "all");
        assertAddsUp(Deal::owner, row -> String.valueOf(row.<Object>getAs("owner_id")));
        assertAddsUp(Deal::product, row -> String.valueOf(row.<Object>getAs("product_id")));
        assertAddsUp(deal -> deal.stage().replace("-", "null"), row -> String.valueOf(row.<Object>getAs("stage")));
        assertAddsUp(Deal::month, row -> String.valueOf(row.<Object>getAs("expected_month")));
        assertAddsUp(
                deal -> deal.owner() + deal.month(),
                row -> row.<Object>getAs("owner_id") + String.valueOf(row.<Object>getAs("expected_month")));
        assertAddsUp(Deal::id, row -> row.getAs("opportunity_id"));
    }

    @Test
    void usesEveryBucket() {
        assertThat(changes.stream().map(row -> row.<String>getAs("bucket")).distinct())
                .containsExactlyInAnyOrder(
                        "new",
                        "reopened",
                        "reassigned",
                        "stage_changed",
                        "pushed_out",
                        "pulled_in",
                        "up",
                        "down",
                        "won",
                        "lost",
                        "removed");
    }

    @Test
    void bringsAWinToTheAmountAgreed() {
        BigDecimal wonNow = after.stream()
                .filter(deal -> deal.outcome().equals("won") && !deal.amount().equals("-"))
                .filter(deal -> before.stream()
                        .noneMatch(old ->
                                old.id().equals(deal.id()) && !old.outcome().equals("open")))
                .map(deal -> new BigDecimal(deal.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal ledger = changes.stream()
                .filter(row -> row.<String>getAs("bucket").equals("won"))
                .map(row -> row.<BigDecimal>getAs("change_amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(ledger.negate()).isEqualByComparingTo(wonNow);
    }

    private void assertAddsUp(Function<Deal, String> slice, Function<Row, String> sliceOfChange) {
        TreeMap<String, BigDecimal> start = sums(before.stream(), slice, Deal::open);
        TreeMap<String, BigDecimal> end = sums(after.stream(), slice, Deal::open);
        sums(changes.stream(), sliceOfChange, row -> row.getAs("change_amount"))
                .forEach((key, change) -> start.merge(key, change, BigDecimal::add));
        start.values().removeIf(amount -> amount.signum() == 0);
        end.values().removeIf(amount -> amount.signum() == 0);
        assertThat(start)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(end);
    }

    private static <T> TreeMap<String, BigDecimal> sums(
            Stream<T> items, Function<T, String> slice, Function<T, BigDecimal> amount) {
        return items.collect(
                Collectors.toMap(slice, item -> amount.apply(item).setScale(2), BigDecimal::add, TreeMap::new));
    }

    private static List<Deal> deals(Random random, int from) {
        return IntStream.range(from, from + DEALS)
                .mapToObj(id -> new Deal(
                        "d" + id,
                        pick(random, "open", "open", "open", "won", "lost"),
                        pick(random, "ann", "ann", "ann", "bob"),
                        pick(random, "p", "p", "p", "q"),
                        pick(random, "talk", "talk", "offer", "-"),
                        pick(random, "10.00", "10.00", "12.34", "0.01", "-"),
                        pick(random, "2024-04-10", "2024-04-10", "2024-04-20", "2024-05-10", "-")))
                .toList();
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String lines(List<Deal> deals) {
        return deals.stream().map(Deal::line).collect(Collectors.joining("", HEADER, ""));
    }
}
