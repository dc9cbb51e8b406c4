package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.MarketTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WinComparisonTest {
    private static final LocalDate AS_OF = LocalDate.parse("2024-12-31");
    private static final String OPPORTUNITIES = "opportunity_id  stage  outcome  account_id  product_id  competitor_id"
            + "  source  segment  lost_reason  amount  created_at  closed_at\n";

    @TempDir
    Path folder;

    private final Map<TableSpec, StringBuilder> given =
            new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
    private Lake lake;

    @BeforeEach
    void open() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        CrmTables.ALL.forEach(lake::prepare);
        given.put(CrmTables.OPPORTUNITIES, new StringBuilder(OPPORTUNITIES));
        given.put(
                CrmTables.OPPORTUNITY_COMPETITORS,
                new StringBuilder("opportunity_id  competitor_id  competitor_price\n"));
        given.put(
                CrmTables.QUOTES,
                new StringBuilder("quote_id  opportunity_id  revision  amount  list_amount  sent_at\n"));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void line(TableSpec table, Object... cells) {
        given.computeIfAbsent(table, name -> new StringBuilder())
                .append(String.join(
                        "  ",
                        List.of(cells).stream()
                                .map(cell -> cell instanceof Double number
                                        ? String.format(Locale.ROOT, "%.2f", number)
                                        : cell.toString())
                                .toList()))
                .append('\n');
    }

    private void run() {
        given.forEach((table, text) -> LakeRows.store(lake, table, text.toString()));
        BothEngines engines = new BothEngines(lake, folder.resolve("scratch"));
        new ProductMatches(lake, AS_OF).run();
        engines.run(new AsOf(AS_OF, ZoneOffset.UTC), new WinComparison()::run);
    }

    private void closed(String id, String outcome, String rival, String reason, LocalDate day) {
        line(
                CrmTables.OPPORTUNITIES,
                id,
                "x",
                outcome,
                "a",
                "p0",
                rival,
                "web",
                "big",
                reason,
                100.0,
                day.minusDays(40),
                outcome.equals("open") ? "-" : day);
    }

    @Test
    void comparesWhatIsWonAndWhatIsOpenAgainstEachCompetitor() {
        closed("o1", "won", "c1", "-", AS_OF);
        closed("o2", "lost", "c1", "price", AS_OF);
        closed("o3", "lost", "c2", "price", AS_OF.minusDays(9));
        closed("o4", "lost", "-", "-", AS_OF);
        closed("o5", "open", "c1", "-", AS_OF);
        closed("o6", "lost", "c2", "budget", AS_OF.minusYears(2));
        line(CrmTables.OPPORTUNITY_COMPETITORS, "o5", "c2", "-");
        line(CrmTables.OPPORTUNITY_COMPETITORS, "o1", "c1", 80.0);
        line(CrmTables.QUOTES, "q1", "o1", 1, 90.0, 100.0, AS_OF.minusDays(30));
        line(CrmTables.QUOTES, "q2", "o1", 2, 88.0, 100.0, AS_OF.minusDays(20));
        line(CrmTables.QUOTES, "q3", "o1", 3, 10.0, 100.0, AS_OF.plusDays(1));
        given.put(
                CrmTables.COMPETITOR_PRODUCTS,
                new StringBuilder("competitor_product_id  competitor_id  name  product_id\n"));
        line(CrmTables.COMPETITOR_PRODUCTS, "r1", "c1", "n", "p0");
        given.put(CrmTables.COMPETITOR_PRICES, new StringBuilder("competitor_product_id  observed_on  price\n"));
        line(CrmTables.COMPETITOR_PRICES, "r1", AS_OF.minusDays(3), 7.0);
        line(CrmTables.COMPETITOR_PRICES, "r1", AS_OF.plusDays(3), 7.0);
        run();
        assertThat(LakeRows.read(
                        lake,
                        MarketTables.RIVAL_RESULTS,
                        "competitor_id",
                        "won_count",
                        "closed_count",
                        "win_rate",
                        "win_rate_low",
                        "win_rate_high",
                        "met_rate",
                        "gap_count",
                        "mean_gap",
                        "open_count",
                        "open_amount",
                        "last_met_on",
                        "price_seen_on"))
                .containsExactly(
                        "- 0 1 0.0 0.0 0.7935 0.25 0 - 0 0.00 2024-11-21 -",
                        "c1 1 2 0.5 0.0945 0.9055 0.5 1 9.531 1 100.00 2024-11-21 2024-12-28",
                        "c2 0 1 0.0 0.0 0.7935 0.25 0 - 1 100.00 2024-11-21 -");
        assertThat(LakeRows.read(lake, MarketTables.LOST_REASONS, "competitor_id", "reason", "lost_count", "lost_rate"))
                .containsExactlyInAnyOrder("- price 2 0.6667", "- - 1 0.3333", "c1 price 1 1.0", "c2 price 1 1.0");
        assertThat(lake.rows(MarketTables.WIN_DRIVERS)).isEmpty();
        assertThat(LakeRows.read(lake, MarketTables.PRICE_GAP_EFFECT, "method", "note"))
                .allMatch(row -> row.contains("Cannot estimate: "));
    }

    /**
     * Sellers cut prices of weak deals; list prices of both sides wander by themselves.
     *
     * @return what one percent of price does to the chance, on average
     */
    private double simulateDeals(int count) {
        double slope = 0;
        Random random = new Random(7);
        given.put(
                CrmTables.COMPETITOR_PRODUCTS,
                new StringBuilder("competitor_product_id  competitor_id  name  product_id\n"));
        given.put(CrmTables.COMPETITOR_PRICES, new StringBuilder("competitor_product_id  observed_on  price\n"));
        given.put(CrmTables.PRICE_LIST, new StringBuilder("product_id  valid_from  price\n"));
        int products = 8;
        double[][] theirs = new double[products][156];
        for (int p = 0; p < products; p++) {
            line(CrmTables.PRICE_LIST, "p" + p, AS_OF.minusYears(9), 1000.0);
            line(CrmTables.COMPETITOR_PRODUCTS, "r" + p, "c" + p % 2, "n", "p" + p);
            for (int week = 0; week < 156; week++) {
                theirs[p][week] = 0.1 * random.nextGaussian();
                line(CrmTables.COMPETITOR_PRICES, "r" + p, AS_OF.minusWeeks(week), 1000 * Math.exp(theirs[p][week]));
            }
        }
        for (int i = 0; i < count; i++) {
            int p = random.nextInt(products);
            int week = random.nextInt(150);
            double strength = random.nextGaussian();
            double discount = 0.08 - 0.03 * strength + 0.02 * random.nextGaussian();
            double gap = -theirs[p][week] - discount;
            double chance = 1 / (1 + Math.exp(-(-0.6 - 6 * gap + strength)));
            slope -= 0.06 * chance * (1 - chance) / count;
            boolean isWon = random.nextDouble() < chance;
            LocalDate day = AS_OF.minusWeeks(week);
            String id = "o" + i;
            line(
                    CrmTables.OPPORTUNITIES,
                    id,
                    "x",
                    isWon ? "won" : "lost",
                    "a" + i,
                    "p" + p,
                    "c" + p % 2,
                    i % 3 == 0 ? "web" : "fair",
                    "big",
                    isWon ? "-" : "price",
                    100.0,
                    day.minusDays(40),
                    day);
            double offer = 100_000 * Math.exp(-discount);
            line(CrmTables.QUOTES, "q" + i, id, 1, offer, 100_000.0, day);
            line(CrmTables.OPPORTUNITY_COMPETITORS, id, "c" + p % 2, offer / Math.exp(gap));
        }
        return slope;
    }

    private Record effect(String method) {
        return lake.rows(MarketTables.PRICE_GAP_EFFECT).stream()
                .filter(row -> row.getField("method").equals(method)
                        && row.getField("term").equals("average_marginal_effect"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listPricesShowWhatDiscountsForWeakDealsHide() {
        double truth = simulateDeals(2_500);
        run();
        Record plain = effect("association");
        Record moved = effect("control-function");
        assertThat((double) plain.getField("estimate")).isGreaterThan(0.75 * truth);
        assertThat((double) moved.getField("estimate"))
                .isCloseTo(truth, within(2.5 * (double) moved.getField("standard_error")));
        assertThat((double) moved.getField("high")).isNegative();
        assertThat(moved.getField("instrument")).isEqualTo("own list price above the competitor's list price");
        assertThat(lake.rows(MarketTables.PRICE_GAP_EFFECT).stream()
                        .filter(row -> row.getField("method").equals("observed")))
                .hasSize(11);
        Record first = lake.rows(MarketTables.WIN_DRIVERS).stream()
                .filter(row -> row.getField("rank").equals(1L))
                .findFirst()
                .orElseThrow();
        assertThat(first.getField("factor")).isEqualTo("price gap");
    }

    /** Orders of 20 products in pairs over 36 months: elasticity -2, promotions add a half and take a fifth after. */
    @Test
    void promotionsAndPricesAreFoundInOrders() {
        Random random = new Random(6);
        given.put(CrmTables.PRODUCTS, new StringBuilder("product_id  name  family\n"));
        given.put(CrmTables.PRICE_LIST, new StringBuilder("product_id  valid_from  valid_to  price\n"));
        given.put(CrmTables.PROMOTIONS, new StringBuilder("promotion_id  product_id  starts_on  ends_on\n"));
        given.put(CrmTables.ORDERS, new StringBuilder("order_id  status  ordered_at\n"));
        given.put(
                CrmTables.ORDER_LINES,
                new StringBuilder("order_id  line  product_id  quantity  unit_price  unit_cost\n"));
        LocalDate first = LocalDate.parse("2022-01-01");
        for (int p = 0; p < 20; p++) {
            line(CrmTables.PRODUCTS, "p" + p, "n", "f" + p / 2);
            boolean wasPromoted = false;
            for (int m = 0; m < 36; m++) {
                LocalDate month = first.plusMonths(m);
                boolean isPromoted = random.nextInt(7) == 0;
                double list = 20 * Math.exp(0.1 * random.nextGaussian());
                double price = list * (isPromoted ? 0.9 : 1);
                double log = 9 - 2 * Math.log(price) + (isPromoted ? Math.log(1.5) : 0);
                log += (wasPromoted ? Math.log(0.8) : 0) + 0.1 * random.nextGaussian();
                line(CrmTables.PRICE_LIST, "p" + p, month, month.plusMonths(1).minusDays(1), list);
                line(CrmTables.ORDERS, "o" + p + "-" + m, "delivered", month.plusDays(9));
                line(CrmTables.ORDER_LINES, "o" + p + "-" + m, 1, "p" + p, Math.exp(log), price, 12.0);
                if (isPromoted) {
                    line(
                            CrmTables.PROMOTIONS,
                            "x" + p + "-" + m,
                            "p" + p,
                            month,
                            month.plusMonths(1).minusDays(1));
                }
                wasPromoted = isPromoted;
            }
        }
        run();
        assertThat(estimate(MarketTables.PROMOTION_EFFECTS, "term", "lift", "estimate"))
                .isCloseTo(0.5, within(0.08));
        assertThat(estimate(MarketTables.PROMOTION_EFFECTS, "term", "dip", "estimate"))
                .isCloseTo(-0.2, within(0.05));
        List<Record> elasticities = lake.rows(MarketTables.PRICE_ELASTICITIES);
        assertThat(elasticities).hasSize(21);
        assertThat((double) elasticities.get(0).getField("elasticity")).isCloseTo(-2, within(0.25));
        assertThat((String) elasticities.get(0).getField("note")).startsWith("instrument: own list price; ");
    }

    private double estimate(TableSpec table, String key, String value, String column) {
        return lake.rows(table).stream()
                .filter(row -> row.getField(key).equals(value))
                .mapToDouble(row -> (double) row.getField(column))
                .findFirst()
                .orElseThrow();
    }
}
