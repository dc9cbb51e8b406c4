package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.price.PriceTable;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;

/** Reads prices and quantities of products from a file, in columns that its user names. */
final class PriceFile {
    private static final String PERIOD = "period";
    private static final String PRODUCT = "product";
    private static final String PRICE = "price";
    private static final String QUANTITY = "quantity";

    private final Path file;
    private final Map<String, String> columns = new LinkedHashMap<>();

    PriceFile(Path file, String period, String product, String price, @Nullable String quantity) {
        this.file = file;
        columns.put(PERIOD, period);
        columns.put(PRODUCT, product);
        columns.put(PRICE, price);
        if (quantity != null) {
            columns.put(QUANTITY, quantity);
        }
    }

    private record Sale(String period, String product, double price, double quantity) {}

    PriceTable table() {
        List<Sale> sales = new ArrayList<>();
        PeriodForm periods = new PeriodForm();
        InputTable.of(file, columns, List.copyOf(columns.keySet()), List.of()).read(row -> {
            String period = row.requiredText(PERIOD);
            periods.add(row, PERIOD);
            Sale sale = new Sale(period, row.requiredText(PRODUCT), price(row), quantity(row));
            if (!Double.isNaN(sale.price())) {
                sales.add(sale);
            }
        });
        if (sales.isEmpty()) {
            throw new InvalidInput("Cannot compute an index of " + file + ": it has no price");
        }
        PriceTable.Builder table = new PriceTable.Builder(periods.ordered());
        sales.forEach(sale -> table.add(sale.period(), sale.product(), sale.price(), sale.quantity()));
        return table.build();
    }

    /** The price, or {@code NaN} of a product that had none. */
    private static double price(InputRow row) {
        Optional<BigDecimal> price = row.number(PRICE);
        if (price.isPresent() && price.get().signum() <= 0) {
            row.refuse(PRICE, "must be above 0; leave it empty where the product was not offered");
            return Double.NaN;
        }
        return price.map(BigDecimal::doubleValue).orElse(Double.NaN);
    }

    private static double quantity(InputRow row) {
        Optional<BigDecimal> quantity = row.number(QUANTITY);
        if (quantity.isPresent() && quantity.get().signum() < 0) {
            row.refuse(QUANTITY, "must not be below 0; take returns out first");
            return Double.NaN;
        }
        return quantity.map(BigDecimal::doubleValue).orElse(Double.NaN);
    }
}
