package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.LakeSession;
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
    private static final SqlModel MODEL =
            SqlModel.ofResource("forecast", MonthlyPrice.class.getClassLoader(), "prices/monthly_prices.sql");

    /** Those of all months that are over, one row per product and month. */
    static List<MonthlyPrice> read(LakeSession session, LocalDate asOf) {
        return MODEL.run(session.spark(), Map.of("as_of", asOf)).collectAsList().stream()
                .map(MonthlyPrice::of)
                .toList();
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
