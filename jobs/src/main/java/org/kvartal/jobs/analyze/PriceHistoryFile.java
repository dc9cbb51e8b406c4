package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.ingest.source.InputTable;

/** Reads the prices of products in periods from a file. */
record PriceHistoryFile(Path file, String id, String price) {
    private static final String PERIOD = "period";

    /** By product and period. */
    Map<String, Map<String, Double>> prices() {
        Map<String, Map<String, Double>> prices = new HashMap<>();
        Map<String, String> columns = Map.of(MatchFile.ID, id, MatchFile.PRICE, price);
        InputTable.of(file, columns, List.of(MatchFile.ID, PERIOD, MatchFile.PRICE), List.of())
                .read(row -> {
                    String product = row.requiredText(MatchFile.ID);
                    String period = row.requiredText(PERIOD);
                    row.requiredText(MatchFile.PRICE);
                    Optional<BigDecimal> paid = row.number(MatchFile.PRICE);
                    if (paid.filter(found -> found.signum() <= 0).isPresent()) {
                        row.refuse(MatchFile.PRICE, "must be above zero");
                    }
                    Double earlier = prices.computeIfAbsent(product, none -> new HashMap<>())
                            .put(period, paid.map(BigDecimal::doubleValue).orElse(0.0));
                    if (earlier != null) {
                        row.refuse(PERIOD, "must not be there twice of product " + product);
                    }
                });
        return prices;
    }
}
