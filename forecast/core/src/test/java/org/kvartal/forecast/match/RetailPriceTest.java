package org.kvartal.forecast.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.forecast.match.SelfPrices.Both;
import org.kvartal.forecast.match.SelfPrices.Origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * "Retail Price Optimization" (Kaggle), 52 products by month beside three competitors: 676 rows. Rows with equal prices were
 * counted in the file with pandas: (comp_1 == unit_price).sum() and so on.
 */
class RetailPriceTest {
    private static final int PRODUCT = 0;
    private static final int OWN_PRICE = 6;

    @ParameterizedTest
    @CsvSource({"20, 245", "23, 317", "26, 287"})
    void findsTheOwnPricesAmongThoseOfEachCompetitor(int column, int equal) throws IOException {
        List<List<Origin>> origins = SelfPrices.ofSeller(pairs(column));
        assertThat(origins).hasSize(52);
        assertThat(origins.stream().flatMap(List::stream)).hasSize(676);
        assertThat(origins.stream().flatMap(List::stream).filter(Origin.COPIED::equals))
                .hasSize(equal);
        assertThat(origins.stream().flatMap(List::stream)).doesNotContain(Origin.TIED);
    }

    private static List<List<Both>> pairs(int column) throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../../shared");
        Path file = Path.of(setting, "data", "retail_price", "retail_price.csv");
        assumeTrue(Files.exists(file), () -> "shared data absent: " + file);
        Map<String, List<Both>> products = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            products.computeIfAbsent(cells[PRODUCT], none -> new ArrayList<>())
                    .add(new Both(Double.parseDouble(cells[OWN_PRICE]), Double.parseDouble(cells[column])));
        }
        return List.copyOf(products.values());
    }
}
