package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.PriceTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;

class PriceVersionsTest {
    private static final String NO_PRODUCTS = "product_id  name  list_price  valid_from";
    private static final String NO_LIST = "product_id  valid_from  valid_to  price";
    private static final String RIVALS = """
            competitor_product_id  competitor_id  name  product_id
            c1                     rival          One   p
            """;

    @TempDir
    static Path folder;

    private static Lake lake;
    private static BothEngines engines;

    @BeforeAll
    static void open() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        engines = new BothEngines(lake, folder.resolve("scratch"));
    }

    private static void given(String listed, String kept, String products, String seen) {
        LakeRows.store(lake, CrmTables.PRICE_LIST, listed);
        LakeRows.store(lake, HistoryTables.of(CrmTables.PRODUCTS), kept);
        LakeRows.store(lake, CrmTables.COMPETITOR_PRODUCTS, products);
        LakeRows.store(lake, CrmTables.COMPETITOR_PRICES, seen);
    }

    private static void run(String asOf, String previous) {
        new ProductMatches(lake, LocalDate.parse(asOf)).run();
        engines.run(
                new AsOf(LocalDate.parse(asOf), ZoneOffset.UTC),
                previous.isEmpty() ? null : LocalDate.parse(previous),
                new PriceVersions(30)::run);
    }

    private static List<String> versions(String... columns) {
        return LakeRows.read(lake, PriceTables.PRICE_VERSIONS, columns);
    }

    /** The second entry rules while it lasts; after it the first one holds again. What begins tomorrow is not known. */
    @Test
    void takesTheLaterOfTwoListPricesThatOverlap() {
        given("""
                product_id  valid_from  valid_to    price
                p           2024-01-01  -           120.00
                p           2024-03-10  2024-03-12  100.00
                p           2024-04-01  -           999.00
                q           2024-01-01  2024-01-31  5.00
                q           2024-02-01  -           5.00
                """, NO_PRODUCTS, RIVALS, "competitor_product_id  observed_on  price");
        run("2024-03-31", "");
        assertThat(versions("product_id", "valid_from", "valid_to", "price", "price_before", "origin"))
                .containsExactly(
                        "p 2024-01-01 2024-03-09 120.00 - price_list",
                        "p 2024-03-10 2024-03-12 100.00 120.00 price_list",
                        "p 2024-03-13 - 120.00 100.00 price_list",
                        "q 2024-01-01 - 5.00 - price_list");
    }

    @Test
    void takesTheListPriceThatAProductHadWhereThePriceListLeavesItOut() {
        given("""
                product_id  valid_from  valid_to  price
                q           2024-01-01  -         5.00
                """, """
                product_id  name  list_price  valid_from  valid_to
                p           P     10.00       2024-01-05  2024-02-01
                p           PP    10.00       2024-02-01  2024-03-01
                p           PP    12.00       2024-03-01  -
                q           Q     99.00       2024-01-05  -
                """, RIVALS, "competitor_product_id  observed_on  price");
        run("2024-03-31", "");
        assertThat(versions("product_id", "valid_from", "valid_to", "price", "price_before", "origin"))
                .containsExactly(
                        "p 2024-01-05 2024-02-29 10.00 - products",
                        "p 2024-03-01 - 12.00 10.00 products",
                        "q 2024-01-01 - 5.00 - price_list");
    }

    /** Seen again after 30 days it went on; seen after 32, nobody knows what it was on the day between. */
    @Test
    void holdsACompetitorsPriceUntilAnotherIsSeenOrItIsTooOld() {
        given(NO_LIST, NO_PRODUCTS, RIVALS, """
                competitor_product_id  observed_on  price  promotion  origin
                c1                     2024-01-01   80.00  false      web
                c1                     2024-01-31   80.00  -          catalogue
                c1                     2024-02-10   70.00  true       web
                c1                     2024-03-13   70.00  true       web
                c1                     2024-04-01   10.00  false      web
                c2                     2024-03-31   1.00   false      web
                """);
        run("2024-03-31", "");
        assertThat(versions(
                        "product_id",
                        "competitor_product_id",
                        "valid_from",
                        "valid_to",
                        "last_seen_on",
                        "price",
                        "promotion",
                        "price_before",
                        "origin"))
                .containsExactly(
                        "- c2 2024-03-31 2024-04-30 2024-03-31 1.00 false - web",
                        "p c1 2024-01-01 2024-02-09 2024-01-31 80.00 false - catalogue",
                        "p c1 2024-02-10 2024-03-11 2024-02-10 70.00 true 80.00 web",
                        "p c1 2024-03-13 2024-04-12 2024-03-13 70.00 true 70.00 web");
    }

    @Test
    void tellsWhatTheNightBeforeDidNotKnow() {
        lake.startNight();
        given(NO_LIST, NO_PRODUCTS, RIVALS, """
                competitor_product_id  observed_on  price
                c1                     2024-01-01   80.00
                """);
        run("2024-01-10", "");
        lake.publishNight(LocalDate.parse("2024-01-10"));
        assertThat(versions("valid_from", "is_news")).containsExactly("2024-01-01 false");

        lake.startNight();
        given(NO_LIST, NO_PRODUCTS, RIVALS, """
                competitor_product_id  observed_on  price
                c1                     2024-01-01   80.00
                c1                     2024-01-08   75.00
                """);
        run("2024-01-11", "2024-01-10");
        assertThat(versions("valid_from", "price", "price_before", "is_news"))
                .containsExactly("2024-01-01 80.00 - false", "2024-01-08 75.00 80.00 true");
        lake.publishNight(LocalDate.parse("2024-01-11"));
    }
}
