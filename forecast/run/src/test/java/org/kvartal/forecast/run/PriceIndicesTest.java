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

class PriceIndicesTest {
    private static final LocalDate AS_OF = LocalDate.parse("2024-03-31");

    @TempDir
    static Path folder;

    private static Lake lake;

    /**
     * The axe is sold for 10, 12, 12 and the saw for 20, 20, 16; c1 asks 10, 11, 11 for its axe, c2 20, 20, 20 for its saw;
     * c3 is a substitute. Of the sales of the year 10 x 3 + 12 x 3 + 12 x 3 = 102 are axes, 56 saws.
     */
    @BeforeAll
    static void index() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        BothEngines engines = new BothEngines(lake, folder.resolve("scratch"));
        LakeRows.store(lake, CrmTables.PRODUCTS, """
                product_id  name  family
                axe         Axe   tools
                saw         Saw   tools
                """);
        LakeRows.store(lake, CrmTables.PRICE_LIST, """
                product_id  valid_from  valid_to    price
                axe         2024-01-01  2024-01-31  10.00
                axe         2024-02-01  -           12.00
                saw         2024-01-01  -           20.00
                """);
        LakeRows.store(lake, HistoryTables.of(CrmTables.PRODUCTS), "product_id  name  valid_from");
        LakeRows.store(lake, CrmTables.COMPETITOR_PRODUCTS, """
                competitor_product_id  competitor_id  name  product_id  match       match_confidence
                c1                     r              One   axe         exact       -
                c2                     s              Two   saw         equivalent  0.7
                c3                     s              Tri   saw         substitute  1.0
                """);
        LakeRows.store(lake, CrmTables.COMPETITOR_PRICES, """
                competitor_product_id  observed_on  price
                c1                     2024-01-10   10.00
                c1                     2024-02-05   10.00
                c1                     2024-02-20   12.10
                c1                     2024-03-10   11.00
                c2                     2024-01-10   20.00
                c2                     2024-02-10   20.00
                c2                     2024-03-10   20.00
                c3                     2024-03-10   1.00
                """);
        LakeRows.store(lake, CrmTables.ORDERS, """
                order_id  ordered_at  status
                o1        2024-01-15  delivered
                o2        2024-02-15  open
                o3        2024-03-15  -
                o4        2024-03-16  cancelled
                """);
        LakeRows.store(lake, CrmTables.ORDER_LINES, """
                order_id  line  product_id  quantity  unit_price  amount
                o1        1     axe         3         10.00       30.00
                o1        2     saw         1         20.00       -
                o2        1     axe         3         12.00       36.00
                o2        2     saw         1         20.00       20.00
                o3        1     axe         3         12.00       36.00
                o3        2     saw         1         16.00       16.00
                o4        1     saw         9         1.00        9.00
                """);
        LakeRows.store(lake, CrmTables.OPPORTUNITIES, "opportunity_id  stage  outcome  created_at");
        LakeRows.store(lake, CrmTables.OPPORTUNITY_PRODUCTS, "opportunity_id  line  product_id");
        new ProductMatches(lake, AS_OF).run();
        AsOf asOf = new AsOf(AS_OF, ZoneOffset.UTC);
        engines.run(asOf, new PriceVersions(30)::run);
        engines.run(asOf, PriceIndices::run);
    }

    private static List<String> rows(String scope, String competitor, String family, String index) {
        return LakeRows.read(
                        lake,
                        PriceTables.PRICE_INDICES,
                        "scope",
                        "competitor_id",
                        "family",
                        "index_name",
                        "month",
                        "value",
                        "round_trip",
                        "matched_items")
                .stream()
                .filter(row -> row.startsWith(String.join(" ", scope, competitor, family, index) + " "))
                .map(row -> row.substring(
                        String.join(" ", scope, competitor, family, index).length() + 1))
                .toList();
    }

    /** Quantities do not change: every index of sold goods is that of the basket, 50, 56 and 52 of 50. */
    @Test
    void indexesWhatIsSoldWithItsQuantities() {
        assertThat(rows("sales", "-", "-", "fisher"))
                .containsExactly("2024-01-01 1.0 1.0 2", "2024-02-01 1.12 1.0 2", "2024-03-01 1.04 1.0 2");
        assertThat(rows("sales", "-", "tools", "fisher")).isEqualTo(rows("sales", "-", "-", "fisher"));
        assertThat(rows("sales", "-", "-", "geks-tornqvist")).endsWith("2024-03-01 1.0397 1.0001 2");
        assertThat(rows("sales", "-", "-", "chained-tornqvist")).hasSize(3);
        assertThat(rows("sales", "-", "-", "weighted-time-product-dummy")).hasSize(3);
    }

    /** sqrt(1.2) of the list; the first rival 1.1 as the geometric mean of 10 and 12.1. */
    @Test
    void indexesListedAndObservedPricesWithoutQuantities() {
        assertThat(rows("list", "-", "-", "jevons"))
                .containsExactly("2024-01-01 1.0 1.0 2", "2024-02-01 1.0954 1.0 2", "2024-03-01 1.0954 1.0 2");
        assertThat(rows("competitor", "r", "-", "jevons"))
                .containsExactly("2024-01-01 1.0 1.0 1", "2024-02-01 1.1 1.0 1", "2024-03-01 1.1 1.0 1");
        assertThat(rows("market", "-", "-", "time-product-dummy"))
                .containsExactly("2024-01-01 1.0 1.0 2", "2024-02-01 1.0488 1.0 2", "2024-03-01 1.0488 1.0 2");
    }

    /** 12 against 11 for the axe with weight 102, 20 against 20 with 56: 1.0909^(102/158) = 1.0578. */
    @Test
    void comparesLikeProductsWeightedByTheSalesOfTheYear() {
        assertThat(rows("market", "-", "-", "relative-price"))
                .containsExactly("2024-01-01 1.0 - 2", "2024-02-01 1.0578 - 2", "2024-03-01 1.0578 - 2");
        assertThat(rows("competitor", "r", "-", "relative-price"))
                .containsExactly("2024-01-01 1.0 - 1", "2024-02-01 1.0909 - 1", "2024-03-01 1.0909 - 1");
    }
}
