package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.kvartal.forecast.external.Observed;
import org.kvartal.forecast.external.OwnOutlook;
import org.kvartal.forecast.tables.SeriesTables;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;

/** All bookings by month, and what a method expected of periods of months at the end of any day. */
final class MonthlyBookings {
    private static final List<String> COLUMNS = List.of("outcome", "closed_at", "amount");

    private final MonthlySeries series = new MonthlySeries("total", "", new TreeMap<>());
    private final Map<YearMonth, NavigableMap<YearMonth, Double>> published = new HashMap<>();
    private final Forecaster forecaster;

    private MonthlyBookings(Forecaster forecaster) {
        this.forecaster = forecaster;
    }

    /** What was won up to the as-of date. */
    static MonthlyBookings read(Lake lake, AsOf asOf, Forecaster forecaster) {
        MonthlyBookings bookings = new MonthlyBookings(forecaster);
        lake.scan(CrmTables.OPPORTUNITIES, COLUMNS, row -> {
            if ("won".equals(row.getField("outcome"))
                    && row.getField("closed_at") instanceof OffsetDateTime at
                    && row.getField("amount") instanceof BigDecimal amount) {
                bookings.add(at.atZoneSameInstant(asOf.zone()).toLocalDate(), asOf.date(), amount);
            }
        });
        lake.scan(
                SeriesTables.SERIES_BACKTEST,
                List.of("measure", "scope", "origin", "month", "coherent_mean"),
                bookings::publish);
        return bookings;
    }

    /** What was said of the total at the end of a month. */
    private void publish(Record row) {
        if (SeriesMeasure.BOOKINGS.label().equals(row.getField("measure"))
                && SeriesId.TOTAL.equals(row.getField("scope"))
                && row.getField("origin") instanceof LocalDate origin
                && row.getField("month") instanceof LocalDate month) {
            published
                    .computeIfAbsent(YearMonth.from(origin), key -> new TreeMap<>())
                    .put(YearMonth.from(month), (Double) row.getField("coherent_mean"));
        }
    }

    private void add(LocalDate day, LocalDate asOf, BigDecimal amount) {
        if (!day.isAfter(asOf)) {
            series.amounts().merge(YearMonth.from(day), amount.doubleValue(), Double::sum);
        }
    }

    /** The periods that began since the first booking. */
    List<Observed> observed(List<LocalDate> periods, int months) {
        return periods.stream()
                .filter(period -> !series.amounts().isEmpty()
                        && !YearMonth.from(period).isBefore(series.amounts().firstKey()))
                .map(period -> new Observed(
                        period,
                        period.plusMonths(months).minusDays(1),
                        booked(YearMonth.from(period), YearMonth.from(period).plusMonths(months))))
                .toList();
    }

    private double booked(YearMonth from, YearMonth until) {
        return series.amounts().subMap(from, until).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /**
     * The mean for the months of a period, from the months complete at the end of a day: as published where that is kept,
     * else by the method.
     */
    OwnOutlook outlook(int months, int horizonMonths) {
        return (asOf, period) -> {
            YearMonth lastComplete = YearMonth.from(asOf.plusDays(1)).minusMonths(1);
            YearMonth first = YearMonth.from(period);
            int ahead = (first.getYear() - lastComplete.getYear()) * 12
                    + first.getMonthValue()
                    - lastComplete.getMonthValue();
            int last = ahead + months - 1;
            if (ahead < 1 || last > horizonMonths) {
                return OptionalDouble.empty();
            }
            Collection<Double> kept = published
                    .getOrDefault(lastComplete, new TreeMap<>())
                    .subMap(first, first.plusMonths(months))
                    .values();
            if (kept.size() == months) {
                return OptionalDouble.of(
                        kept.stream().mapToDouble(Double::doubleValue).sum());
            }
            return forecaster.forecast(series.until(lastComplete), last, Levels.of(0.80)) instanceof Forecasts forecasts
                    ? OptionalDouble.of(sum(forecasts, ahead, last))
                    : OptionalDouble.empty();
        };
    }

    private static double sum(Forecasts forecasts, int first, int last) {
        double sum = 0;
        for (int step = first; step <= last; step++) {
            sum += forecasts.mean(step);
        }
        return sum;
    }
}
