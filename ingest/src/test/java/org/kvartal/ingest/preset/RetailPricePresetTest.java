package org.kvartal.ingest.preset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** "Retail Price Optimization" (Kaggle), 676 rows of 52 products up to 2018-08. Counts are those of the file up to 2017-12. */
class RetailPricePresetTest {
    private static final AsOf AS_OF = new AsOf(LocalDate.parse("2017-12-31"), ZoneOffset.UTC);

    @TempDir
    static Path home;

    private static PresetNight night;

    @BeforeAll
    static void load() {
        String given = System.getProperty("KVARTAL_SHARED", System.getenv("KVARTAL_SHARED"));
        Path folder = (given == null ? Path.of("..", "..", "shared") : Path.of(given)).resolve("data/retail_price");
        assumeTrue(Files.isDirectory(folder), "Skipped: there is no file in " + folder);
        night = PresetNight.of(
                home,
                AS_OF,
                "BRL",
                "sources:\n  retail: { preset: retail-price, folder: \"%s\" }\n"
                        .formatted(folder.toAbsolutePath().normalize()));
    }

    @AfterAll
    static void close() {
        if (night != null) {
            night.close();
        }
    }

    @Test
    void knowsNothingOfTheMonthsToCome() {
        assertThat(night.rows("price_list", "valid_from")).hasSize(321).noneMatch(day -> day.startsWith("2018"));
        assertThat(night.rows("order_lines", "order_id")).hasSize(321);
        assertThat(night.rows("competitor_prices", "observed_on"))
                .hasSize(3 * 321)
                .noneMatch(day -> day.startsWith("2018"));
        assertThat(night.rows("products", "product_id")).hasSize(48);
    }

    @Test
    void readsOwnPricesSalesAndThePricesOfThreeCompetitors() {
        assertThat(night.rows("price_list", "product_id", "valid_from", "valid_to", "price"))
                .contains("retail:bed1|2017-05-01|2017-05-31|45.95");
        assertThat(night.rows("order_lines", "order_id", "quantity", "amount"))
                .contains("retail:bed1-2017-06|3.0|137.85");
        assertThat(night.rows("competitor_prices", "competitor_product_id", "observed_on", "price"))
                .contains(
                        "retail:bed1-comp_1|2017-05-31|89.90",
                        "retail:bed1-comp_2|2017-05-31|215.00",
                        "retail:bed1-comp_3|2017-05-31|45.95");
        assertThat(night.rows("competitor_products", "competitor_product_id", "competitor_id", "product_id"))
                .contains("retail:bed1-comp_2|retail:comp_2|retail:bed1");
        assertThat(night.rows("competitors", "name"))
                .isEqualTo(List.of("Competitor 1", "Competitor 2", "Competitor 3"));
    }

    @Test
    void complainsOfNothing() {
        assertThat(night.rows(QualityTables.FLAGS, "table", "column", "value")).isEmpty();
    }
}
