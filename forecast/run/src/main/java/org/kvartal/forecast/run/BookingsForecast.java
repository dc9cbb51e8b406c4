package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Interval;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.sql.SqlModel;

/** Forecasts the bookings of the months to come, in total and by product. */
final class BookingsForecast {
    private static final Levels LEVELS = Levels.of(0.80, 0.95);
    private static final SqlModel SERIES =
            SqlModel.ofResource("forecast", BookingsForecast.class.getClassLoader(), "series/bookings_series.sql");

    private final Forecaster forecaster;
    private final int horizonMonths;

    BookingsForecast(Forecaster forecaster, int horizonMonths) {
        this.forecaster = forecaster;
        this.horizonMonths = horizonMonths;
    }

    void run(LakeSession session, LocalDate asOf) {
        List<Row> rows = SERIES.run(session.spark(), Map.of("as_of", asOf)).collectAsList();
        YearMonth lastComplete = YearMonth.from(asOf.plusDays(1)).minusMonths(1);
        session.lake()
                .replace(
                        ForecastTables.BOOKINGS_FORECAST,
                        series(rows).stream().flatMap(series -> forecast(series, lastComplete)));
    }

    private static List<MonthlySeries> series(List<Row> rows) {
        Map<List<String>, MonthlySeries> byMember = new TreeMap<>(Comparator.comparing(List::toString));
        for (Row row : rows) {
            String scope = row.getAs("scope");
            String member = row.getAs("member");
            YearMonth month = YearMonth.from(row.<LocalDate>getAs("month"));
            BigDecimal amount = row.getAs("won_amount");
            byMember.computeIfAbsent(List.of(scope, member), key -> new MonthlySeries(scope, member, new TreeMap<>()))
                    .amounts()
                    .put(month, amount.doubleValue());
        }
        return new ArrayList<>(byMember.values());
    }

    private Stream<Object[]> forecast(MonthlySeries series, YearMonth lastComplete) {
        ForecastResult result = forecaster.forecast(series.until(lastComplete), horizonMonths, LEVELS);
        List<Object[]> rows = new ArrayList<>();
        for (int step = 1; step <= horizonMonths; step++) {
            LocalDate month = lastComplete.plusMonths(step).atDay(1);
            rows.add(
                    result instanceof Forecasts forecasts
                            ? forecastRow(series, month, step, forecasts)
                            : row(series, month, step, result, null, new Interval(0, 0), new Interval(0, 0)));
        }
        return rows.stream();
    }

    private static Object[] forecastRow(MonthlySeries series, LocalDate month, int step, Forecasts forecasts) {
        return row(
                series,
                month,
                step,
                forecasts,
                forecasts.mean(step),
                forecasts.interval(step, 0.80),
                forecasts.interval(step, 0.95));
    }

    private static Object[] row(
            MonthlySeries series,
            LocalDate month,
            int step,
            ForecastResult result,
            @Nullable Double mean,
            Interval likely,
            Interval wide) {
        boolean none = mean == null;
        return new Object[] {
            series.scope(),
            series.member(),
            month,
            (long) step,
            result.model(),
            result.reason(),
            none ? null : Money.of(mean),
            none ? null : atLeastNothing(likely.lower()),
            none ? null : Money.of(likely.upper()),
            none ? null : atLeastNothing(wide.lower()),
            none ? null : Money.of(wide.upper())
        };
    }

    /** Bookings cannot be negative, whatever a symmetric interval says. */
    private static BigDecimal atLeastNothing(double amount) {
        return Money.of(Math.max(0, amount));
    }
}
