package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

/** The own list prices and the days on which they hold; the later entry where two overlap. */
final class OwnPrices {
    private final Map<String, TreeMap<LocalDate, Entry>> entries = new HashMap<>();

    private record Entry(@Nullable LocalDate to, BigDecimal price) {}

    static OwnPrices read(Lake lake) {
        OwnPrices prices = new OwnPrices();
        lake.scan(CrmTables.PRICE_LIST, List.of("product_id", "valid_from", "valid_to", "price"), row -> {
            LocalDate from = (LocalDate) row.getField("valid_from");
            BigDecimal price = (BigDecimal) row.getField("price");
            if (from != null && price != null && price.signum() > 0) {
                prices.entries
                        .computeIfAbsent(String.valueOf(row.getField("product_id")), none -> new TreeMap<>())
                        .put(from, new Entry((LocalDate) row.getField("valid_to"), price));
            }
        });
        return prices;
    }

    Optional<BigDecimal> on(String product, LocalDate day) {
        TreeMap<LocalDate, Entry> ofProduct = entries.getOrDefault(product, new TreeMap<>());
        return ofProduct.headMap(day, true).descendingMap().values().stream()
                .filter(entry -> entry.to() == null || !entry.to().isBefore(day))
                .findFirst()
                .map(Entry::price);
    }
}
