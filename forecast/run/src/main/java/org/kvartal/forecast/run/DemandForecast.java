package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Interval;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.sql.SqlModel;

/** Forecasts how many units of each product will be ordered in the months to come. */
final class DemandForecast {
    private static final double LEVEL = 0.80;
    private static final SqlModel SERIES =
            SqlModel.ofResource("forecast", DemandForecast.class.getClassLoader(), "series/demand_series.sql");

    private final Forecaster forecaster;
    private final int horizonMonths;

    DemandForecast(Forecaster forecaster, int horizonMonths) {
        this.forecaster = forecaster;
        this.horizonMonths = horizonMonths;
    }

    void run(LakeSession session, LocalDate asOf) {
        SortedMap<String, MonthlySeries> byProduct = new TreeMap<>();
        for (Row row : SERIES.run(session.spark(), Map.of("as_of", asOf)).collectAsList()) {
            byProduct
                    .computeIfAbsent(
                            row.getAs("product_id"), product -> new MonthlySeries("product", product, new TreeMap<>()))
                    .amounts()
                    .put(YearMonth.from(row.<LocalDate>getAs("month")), row.<Double>getAs("units"));
        }
        YearMonth lastComplete = YearMonth.from(asOf.plusDays(1)).minusMonths(1);
        session.lake()
                .replace(
                        ForecastTables.DEMAND_FORECAST,
                        byProduct.values().stream().flatMap(series -> rows(series, lastComplete)));
    }

    private Stream<Object[]> rows(MonthlySeries series, YearMonth lastComplete) {
        ForecastResult result = forecaster.forecast(series.until(lastComplete), horizonMonths, Levels.of(LEVEL));
        return IntStream.rangeClosed(1, horizonMonths)
                .mapToObj(step -> row(series, lastComplete.plusMonths(step), step, result));
    }

    private static Object[] row(MonthlySeries series, YearMonth month, int step, ForecastResult result) {
        Object[] row = new Object[ForecastTables.DEMAND_FORECAST.columns().size()];
        row[0] = series.member();
        row[1] = month.atDay(1);
        row[2] = (long) step;
        row[3] = result.model();
        row[4] = result.reason();
        if (result instanceof Forecasts forecasts) {
            Interval likely = forecasts.interval(step, LEVEL);
            row[5] = atLeastNothing(forecasts.mean(step));
            row[6] = atLeastNothing(likely.lower());
            row[7] = atLeastNothing(likely.upper());
        }
        return row;
    }

    /** Nobody orders less than nothing, whatever a symmetric interval says. */
    private static double atLeastNothing(double units) {
        return Math.max(0, units);
    }
}
