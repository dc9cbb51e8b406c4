package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.expressions.Expressions;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.tables.PriceTables;
import org.kvartal.ingest.lake.LakeRow;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/** Tells from when to when each price was valid, and which of them the night before did not know. */
final class PriceVersions {
    private static final SqlModel VERSIONS =
            SqlModel.ofResource("forecast", PriceVersions.class.getClassLoader(), "prices/price_versions.sql");
    private static final List<String> COLUMNS = PriceTables.PRICE_VERSIONS.columnNames();

    private final int maximumAgeDays;

    /** What makes a price the same one in two nights. */
    private record Known(
            @Nullable String product, @Nullable String competitorProduct, LocalDate from, BigDecimal price) {}

    PriceVersions(int maximumAgeDays) {
        this.maximumAgeDays = maximumAgeDays;
    }

    void run(Night night) {
        Map<String, Object> parameters = new HashMap<>(night.asOf().parameters());
        parameters.put("maximum_age_days", maximumAgeDays);
        LocalDate before = night.previous()
                .filter(date -> night.lake().wasPublished(PriceTables.PRICE_VERSIONS, date))
                .orElse(null);
        Set<Known> known = before == null ? Set.of() : known(night, before);
        try (ModelRuns models = ModelRuns.of(night);
                LakeWriter writer = night.lake().replacing(PriceTables.PRICE_VERSIONS)) {
            models.iterator(VERSIONS, parameters).forEachRemaining(version -> {
                LakeRow row = new LakeRow(COLUMNS);
                VERSIONS.columnNames().forEach(column -> row.with(column, version.getAs(column)));
                row.with("is_news", before != null && !known.contains(known(version)));
                writer.write(row.values());
            });
            writer.commit();
        }
    }

    private static Known known(Row version) {
        return new Known(
                version.getAs("product_id"),
                version.getAs("competitor_product_id"),
                version.getAs("valid_from"),
                version.getAs("price"));
    }

    private static Set<Known> known(Night night, LocalDate before) {
        Set<Known> known = new HashSet<>();
        night.lake()
                .asOf(before)
                .scan(
                        PriceTables.PRICE_VERSIONS,
                        List.of("product_id", "competitor_product_id", "valid_from", "price"),
                        Expressions.alwaysTrue(),
                        version -> known.add(new Known(
                                (String) version.getField("product_id"),
                                (String) version.getField("competitor_product_id"),
                                (LocalDate) version.getField("valid_from"),
                                (BigDecimal) version.getField("price"))));
        return known;
    }
}
