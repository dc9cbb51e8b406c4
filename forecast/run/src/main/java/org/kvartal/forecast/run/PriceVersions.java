package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.tables.PriceTables;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.sql.SqlModel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

/** Tells from when to when each price was valid, and which of them the night before did not know. */
final class PriceVersions {
    private static final SqlModel VERSIONS =
            SqlModel.ofResource("forecast", PriceVersions.class.getClassLoader(), "prices/price_versions.sql");

    private final int maximumAgeDays;

    PriceVersions(int maximumAgeDays) {
        this.maximumAgeDays = maximumAgeDays;
    }

    /** @param previous the date published last; null on the first night */
    void run(LakeSession session, LocalDate asOf, @Nullable LocalDate previous) {
        Dataset<Row> versions =
                VERSIONS.run(session.spark(), Map.of("as_of", asOf, "maximum_age_days", maximumAgeDays));
        boolean isFirst = previous == null || !session.lake().wasPublished(PriceTables.PRICE_VERSIONS, previous);
        session.replace(
                PriceTables.PRICE_VERSIONS,
                isFirst ? versions.withColumn("is_news", lit(false)) : withNews(session, versions, previous));
    }

    private static Dataset<Row> withNews(LakeSession session, Dataset<Row> versions, LocalDate previous) {
        Dataset<Row> known = session.readAsOf(PriceTables.PRICE_VERSIONS, previous)
                .select(
                        col("product_id").as("known_product_id"),
                        col("competitor_product_id").as("known_competitor_product_id"),
                        col("valid_from").as("known_from"),
                        col("price").as("known_price"));
        Column isSame = col("product_id")
                .eqNullSafe(col("known_product_id"))
                .and(col("competitor_product_id").eqNullSafe(col("known_competitor_product_id")))
                .and(col("valid_from").equalTo(col("known_from")))
                .and(col("price").equalTo(col("known_price")));
        return versions.join(known, isSame, "left")
                .withColumn("is_news", col("known_from").isNull());
    }
}
