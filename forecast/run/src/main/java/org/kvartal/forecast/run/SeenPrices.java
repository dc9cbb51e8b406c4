package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

/** The prices of competitors' products as they were seen up to a day. */
final class SeenPrices {
    private final Map<String, List<Seen>> byProduct = new HashMap<>();

    /** A price on the day it was seen. */
    record Seen(LocalDate day, BigDecimal price) {}

    static SeenPrices read(Lake lake, LocalDate asOf) {
        SeenPrices prices = new SeenPrices();
        lake.scan(CrmTables.COMPETITOR_PRICES, List.of("competitor_product_id", "observed_on", "price"), row -> {
            LocalDate day = (LocalDate) row.getField("observed_on");
            BigDecimal price = (BigDecimal) row.getField("price");
            if (day != null && !day.isAfter(asOf) && price != null && price.signum() > 0) {
                prices.byProduct
                        .computeIfAbsent(
                                String.valueOf(row.getField("competitor_product_id")), none -> new ArrayList<>())
                        .add(new Seen(day, price));
            }
        });
        prices.byProduct.values().forEach(seen -> seen.sort(Comparator.comparing(Seen::day)));
        return prices;
    }

    /** In the order of days. */
    List<Seen> of(String competitorProduct) {
        return byProduct.getOrDefault(competitorProduct, List.of());
    }

    Optional<BigDecimal> latest(String competitorProduct) {
        List<Seen> seen = of(competitorProduct);
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(seen.get(seen.size() - 1).price());
    }
}
