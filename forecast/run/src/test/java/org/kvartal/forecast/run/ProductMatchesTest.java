package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.MatchTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

import static org.assertj.core.api.Assertions.assertThat;

class ProductMatchesTest {
    private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);
    private static final String NO_DECISIONS = "competitor_product_id  product_id  decision  decided_on";

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.open(folder.resolve("lake"));
        LakeRows.store(lake, CrmTables.PRODUCTS, """
                product_id  name                            list_price
                p1          Melzo Cordless Drill XD-450     100.00
                p2          Melzo Cordless Drill XD-460     150.00
                p3          Vitane Dark Chocolate 250 g     5.00
                p4          Lupen Tablet 64 GB              200.00
                """);
        LakeRows.store(lake, CrmTables.PRICE_LIST, """
                product_id  valid_from  valid_to    price
                p1          2024-01-01  2024-03-31  100.00
                p1          2024-04-01  -           110.00
                p3          2024-01-01  -           5.00
                p4          2024-01-01  -           200.00
                """);
        LakeRows.store(lake, CrmTables.PRODUCT_MATCH_DECISIONS, NO_DECISIONS);
        LakeRows.store(lake, CrmTables.COMPETITOR_PRICES, "competitor_product_id  observed_on  price");
    }

    private List<String> matches(String products, String... columns) {
        LakeRows.store(lake, CrmTables.COMPETITOR_PRODUCTS, products);
        new ProductMatches(lake, AS_OF).run();
        return LakeRows.read(lake, MatchTables.PRODUCT_MATCHES, columns);
    }

    @Test
    void proposesOwnProductsForThoseThatTheSourceLeavesUnmatched() {
        List<String> found = matches("""
                competitor_product_id  competitor_id  name                         product_id  match  match_confidence
                c1                     r              XD450 drill cordless Melzo   -           -      -
                c2                     r              dark choc Vitane 0.25kg      -           -      -
                c3                     r              Garden hose 20 m             -           -      -
                """, "competitor_product_id", "product_id", "match", "is_match");
        assertThat(found).filteredOn(row -> row.startsWith("c1 p1")).hasSize(1);
        assertThat(found).filteredOn(row -> row.startsWith("c2 p3 exact")).hasSize(1);
        assertThat(found).filteredOn(row -> row.startsWith("c3")).allMatch(row -> row.endsWith("false"));
    }

    @Test
    void putsAPersonsWordBeforeTheSourceAndTheMethod() {
        LakeRows.store(lake, CrmTables.PRODUCT_MATCH_DECISIONS, """
                competitor_product_id  product_id  decision  decided_on
                c1                     p1          no-match  2024-02-01
                c1                     p2          match     2024-02-01
                c2                     p3          match     2024-02-01
                c2                     p4          match     2024-03-01
                c3                     p4          no-match  2024-07-01
                """);
        List<String> found =
                matches("""
                competitor_product_id  competitor_id  name                        product_id  match       match_confidence
                c1                     r              XD450 drill cordless Melzo  p1          exact       0.9
                c2                     r              Something else              -           -           -
                c3                     r              Tablet                      p4          equivalent  0.8
                """, "competitor_product_id", "product_id", "status", "match_confidence", "is_match");
        assertThat(found)
                .contains("c1 p2 confirmed 1.0 true", "c2 p4 confirmed 1.0 true", "c3 p4 given 0.8 true")
                .filteredOn(row -> row.startsWith("c1 p1"))
                .allMatch(row -> row.contains("refused") && row.endsWith("false"));
    }

    @Test
    void findsOwnPricesAmongTheirs() {
        LakeRows.store(lake, CrmTables.COMPETITOR_PRICES, """
                competitor_product_id  observed_on  price
                c1                     2024-02-10   100.00
                c1                     2024-03-10   95.00
                c1                     2024-04-10   110.00
                c1                     2024-07-10   110.00
                c2                     2024-02-10   5.00
                c2                     2024-03-10   4.80
                c3                     2024-02-10   200.00
                c4                     2024-02-10   80.00
                c5                     2024-02-10   99.00
                """);
        List<String> found = matches(
                """
                competitor_product_id  competitor_id  name  product_id  match       match_confidence
                c1                     copies         A     p1          -           -
                c2                     r              B     p3          exact       0.9
                c3                     copies         C     p4          equivalent  -
                c4                     r              D     p4          -           -
                c5                     r              E     p1          exact       0.5
                c6                     r              F     p1          substitute  0.9
                c7                     r              G     p1          exact       0.7
                """,
                "competitor_product_id",
                "match",
                "period_count",
                "copied_count",
                "tied_count",
                "median_gap_log",
                "verdict");
        assertThat(found)
                .containsExactly(
                        "c1 equivalent 3 2 0 0.0513 like",
                        "c2 exact 2 0 1 0.0204 like",
                        "c3 equivalent 1 1 0 - copied",
                        "c4 substitute 1 0 0 0.9163 far",
                        "c5 exact 1 0 0 0.0101 unsure",
                        "c6 substitute 0 0 0 - substitute",
                        "c7 exact 0 0 0 - like");
        assertThat(LakeRows.read(
                        lake, MatchTables.COPIED_PRICES, "competitor_product_id", "observed_on", "product_id", "price"))
                .containsExactly("c1 2024-02-10 p1 100.00", "c1 2024-04-10 p1 110.00", "c3 2024-02-10 p4 200.00");
    }

    @Test
    void writesEmptyTablesWithoutProductsOfCompetitors() {
        assertThat(matches("competitor_product_id  competitor_id  name", "verdict"))
                .isEmpty();
        assertThat(LakeRows.read(lake, MatchTables.COPIED_PRICES, "price")).isEmpty();
    }
}
