package org.kvartal.ingest.load;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.quality.RowCheck;

/**
 * The project's currency per unit of others, by day. A day without a rate of its own takes the last one before it, and a
 * day before all rates the first one after it; that is what CRMs do too.
 */
final class ExchangeRates implements Serializable {
    private static final String MISSING = RowCheck.NO_RATE;
    private static final String DISTANT = "exchange-rate-of-another-day";

    private static final long serialVersionUID = 1;
    private static final long MOST_DAYS = 7;

    private final String projectCurrency;
    private final HashMap<String, TreeMap<LocalDate, BigDecimal>> rates;

    private ExchangeRates(String projectCurrency, HashMap<String, TreeMap<LocalDate, BigDecimal>> rates) {
        this.projectCurrency = projectCurrency;
        this.rates = rates;
    }

    /** Those of {@code crm.exchange_rates}. */
    static ExchangeRates of(Lake lake, String projectCurrency) {
        HashMap<String, TreeMap<LocalDate, BigDecimal>> rates = new HashMap<>();
        lake.rows(CrmTables.EXCHANGE_RATES)
                .forEach(row -> rates.computeIfAbsent((String) row.getField("currency"), code -> new TreeMap<>())
                        .put((LocalDate) row.getField("day"), (BigDecimal) row.getField("rate")));
        return new ExchangeRates(projectCurrency, rates);
    }

    /**
     * The rate by which a row's money is multiplied; null where there is none. Days cross as numbers: which class a date
     * has in a function depends on how Spark runs it.
     */
    Column rate(Column currency, Column day) {
        UDF2<String, Integer, BigDecimal> rate = (code, number) -> rate(code, LocalDate.ofEpochDay(number));
        return functions.udf(rate, DataTypes.createDecimalType(20, 10)).apply(currency, functions.unix_date(day));
    }

    /** What is wrong with the rate: that there is none, that it is of a distant day, or nothing, which is null. */
    Column remark(Column currency, Column day) {
        UDF2<String, Integer, String> remark = (code, number) -> remark(code, LocalDate.ofEpochDay(number));
        return functions.udf(remark, DataTypes.StringType).apply(currency, functions.unix_date(day));
    }

    @Nullable
    BigDecimal rate(@Nullable String currency, LocalDate day) {
        if (currency == null || currency.equals(projectCurrency)) {
            return BigDecimal.ONE;
        }
        Map.@Nullable Entry<LocalDate, BigDecimal> nearest = nearest(currency, day);
        return nearest == null ? null : nearest.getValue();
    }

    @Nullable
    String remark(@Nullable String currency, LocalDate day) {
        if (currency == null || currency.equals(projectCurrency)) {
            return null;
        }
        Map.@Nullable Entry<LocalDate, BigDecimal> nearest = nearest(currency, day);
        if (nearest == null) {
            return MISSING;
        }
        return Math.abs(ChronoUnit.DAYS.between(nearest.getKey(), day)) > MOST_DAYS ? DISTANT : null;
    }

    private Map.@Nullable Entry<LocalDate, BigDecimal> nearest(String currency, LocalDate day) {
        TreeMap<LocalDate, BigDecimal> ofCurrency = rates.getOrDefault(currency, new TreeMap<>());
        Map.@Nullable Entry<LocalDate, BigDecimal> before = ofCurrency.floorEntry(day);
        return before == null ? ofCurrency.firstEntry() : before;
    }
}
