package org.kvartal.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.kvartal.forecast.pipeline.BookingPeriod;
import org.kvartal.forecast.pipeline.BookingsForecast;
import org.kvartal.forecast.pipeline.Deal;
import org.kvartal.forecast.pipeline.DealHistory;
import org.kvartal.forecast.pipeline.LastYear;
import org.kvartal.forecast.pipeline.OutlookBacktest;
import org.kvartal.forecast.pipeline.OutlookBacktest.Origin;
import org.kvartal.forecast.pipeline.OutlookScore;
import org.kvartal.forecast.pipeline.QuarterOutlook;
import org.kvartal.forecast.pipeline.WeightedPipeline;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.FiscalQuarter;

/**
 * The track record of the outlook beside its baselines: at the start of the last eight quarters, and in the middle of the
 * last four.
 *
 * <p>A forecast once made stays, so that a night costs the quarters that ended since the one before; another version of
 * the model makes all of them again.
 */
final class OutlookRecord {
    private static final TableSpec TABLE = ForecastTables.OUTLOOK_BACKTEST;
    private static final int QUARTERS = 8;
    private static final int QUARTERS_IN_THE_MIDDLE = 4;
    private static final int DAYS_TO_THE_MIDDLE = 45;
    private static final int ROWS = 10_000;

    private final QuarterOutlook outlook;
    private final FiscalCalendar calendar;

    OutlookRecord(QuarterOutlook outlook, FiscalCalendar calendar) {
        this.outlook = outlook.sampling(ROWS);
        this.calendar = calendar;
    }

    void run(Lake lake, AsOf asOf) {
        lake.prepare(TABLE);
        List<Origin> origins = origins(asOf.date());
        Set<LocalDate> wanted = origins.stream().map(Origin::asOf).collect(Collectors.toSet());
        Map<List<Object>, Object[]> rows = new LinkedHashMap<>();
        for (Record row : lake.rows(TABLE)) {
            if (QuarterOutlook.VERSION.equals(row.getField("model")) && wanted.contains(row.getField("origin"))) {
                rows.put(List.of(row.getField("method"), row.getField("origin")), values(row));
            }
        }
        List<Origin> missing = origins.stream()
                .filter(origin -> !rows.containsKey(List.of("outlook", origin.asOf())))
                .toList();
        if (!missing.isEmpty()) {
            DealHistory history = DealsKnown.read(lake, asOf);
            methods(history)
                    .forEach((method, forecast) -> OutlookBacktest.run(forecast, history, missing)
                            .scores()
                            .forEach(score -> rows.put(List.of(method, score.asOf()), row(method, score))));
        }
        lake.replace(TABLE, rows.values().stream());
    }

    /** Past quarters of which everything is known, the oldest first. */
    private List<Origin> origins(LocalDate asOf) {
        List<Origin> origins = new ArrayList<>();
        FiscalQuarter quarter = calendar.quarterOf(asOf.plusDays(1)).previous();
        for (int i = 0; i < QUARTERS; i++) {
            BookingPeriod period = new BookingPeriod(quarter.firstDay(), quarter.lastDay());
            LocalDate eve = quarter.firstDay().minusDays(1);
            origins.add(new Origin(eve, period));
            if (i < QUARTERS_IN_THE_MIDDLE) {
                origins.add(new Origin(eve.plusDays(DAYS_TO_THE_MIDDLE), period));
            }
            quarter = quarter.previous();
        }
        origins.sort(Comparator.comparing(Origin::asOf));
        return origins;
    }

    private Map<String, BookingsForecast> methods(DealHistory history) {
        Map<String, BookingsForecast> methods = new LinkedHashMap<>();
        methods.put("outlook", BookingsForecast.of(outlook));
        methods.put("stage_weighted", new WeightedPipeline(stageProbabilities(history)));
        methods.put("last_year", new LastYear());
        return methods;
    }

    /** What the source says of the chance in each stage: the mean over its open deals. */
    private static Map<String, Double> stageProbabilities(DealHistory history) {
        Map<String, List<Double>> stated = new HashMap<>();
        for (Deal deal : history.open()) {
            String probability = deal.attributes().getOrDefault("probability", "");
            if (!probability.isEmpty()) {
                stated.computeIfAbsent(deal.stage(), stage -> new ArrayList<>()).add(Double.valueOf(probability));
            }
        }
        return stated.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        stage -> stage.getValue().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow()));
    }

    private static Object[] values(Record row) {
        return TABLE.columnNames().stream().map(row::getField).toArray();
    }

    private static Object[] row(String method, OutlookScore score) {
        return Stream.of(
                        method,
                        score.asOf(),
                        score.period().firstDay(),
                        score.period().lastDay(),
                        QuarterOutlook.VERSION,
                        Money.of(score.mean()),
                        Money.of(score.p10()),
                        Money.of(score.p50()),
                        Money.of(score.p90()),
                        Money.of(score.actual()),
                        Money.of(score.pinball()),
                        Money.of(score.rankedProbabilityScore()),
                        score.rank())
                .toArray();
    }
}
