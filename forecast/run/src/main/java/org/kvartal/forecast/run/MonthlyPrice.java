package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/**
 * What a product cost in a month.
 *
 * @param scope sales, list or competitor
 * @param productId the own product, or the one that the competitor's stands against
 * @param item the product itself: own or the competitor's
 * @param isLike whether the competitor's product can be compared with the own one
 * @param quantity units sold; {@code NaN} where nobody counted
 */
record MonthlyPrice(
        String scope,
        @Nullable String productId,
        String item,
        @Nullable String competitorId,
        @Nullable String family,
        boolean isLike,
        YearMonth month,
        double price,
        double quantity) {
    private static final SqlModel MODEL = model("monthly_prices");
    private static final SqlModel LISTED = model("list_prices");

    private static SqlModel model(String name) {
        return SqlModel.ofResource("forecast", MonthlyPrice.class.getClassLoader(), "prices/" + name + ".sql");
    }

    /** Those of all months that are over, one row per product and month. */
    static List<MonthlyPrice> read(Night night) {
        List<MonthlyPrice> prices = new ArrayList<>();
        try (ModelRuns models = ModelRuns.of(night)) {
            models.iterator(MODEL, night.asOf().parameters()).forEachRemaining(row -> prices.add(of(row)));
            models.iterator(LISTED, night.asOf().parameters())
                    .forEachRemaining(row -> addListed(row, night.asOf().date(), prices));
        }
        return prices;
    }

    /** The price of a month by the list is that of its last day. */
    private static void addListed(Row row, LocalDate asOf, List<MonthlyPrice> prices) {
        @Nullable LocalDate to = row.getAs("valid_to");
        LocalDate last = to != null && to.isBefore(asOf) ? to : asOf;
        YearMonth month = YearMonth.from(row.<LocalDate>getAs("valid_from"));
        while (!month.atEndOfMonth().isAfter(last)) {
            String product = row.getAs("product_id");
            prices.add(new MonthlyPrice(
                    "list",
                    product,
                    product,
                    null,
                    row.getAs("family"),
                    false,
                    month,
                    row.<Double>getAs("price"),
                    Double.NaN));
            month = month.plusMonths(1);
        }
    }

    private static MonthlyPrice of(Row row) {
        @Nullable String own = row.getAs("product_id");
        @Nullable String other = row.getAs("competitor_product_id");
        @Nullable Boolean isLike = row.getAs("is_like");
        @Nullable Double quantity = row.getAs("quantity");
        return new MonthlyPrice(
                row.getAs("scope"),
                own,
                String.valueOf(other == null ? own : other),
                row.getAs("competitor_id"),
                row.getAs("family"),
                Boolean.TRUE.equals(isLike),
                YearMonth.from(row.<LocalDate>getAs("month")),
                row.<Double>getAs("price"),
                quantity == null ? Double.NaN : quantity);
    }
}
