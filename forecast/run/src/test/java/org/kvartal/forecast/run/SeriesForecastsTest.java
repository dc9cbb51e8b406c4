package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.SeriesTables;
import org.kvartal.forecast.timeseries.HistoricMean;
import org.kvartal.forecast.timeseries.SeasonalNaive;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.combination.Auto;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesForecastsTest {
    private static final YearMonth FIRST = YearMonth.of(2021, 1);
    private static final int HORIZON = 3;

    @TempDir
    Path folder;

    private Lake lake;
    private BothEngines engines;

    @BeforeEach
    void open() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        engines = new BothEngines(lake, folder.resolve("scratch"));
        for (TableSpec table : List.of(
                CrmTables.OPPORTUNITY_PRODUCTS,
                CrmTables.ORDERS,
                CrmTables.ORDER_LINES,
                CrmTables.REQUESTS,
                CrmTables.ACCOUNTS,
                CrmTables.USERS,
                CrmTables.TEAMS)) {
            lake.prepare(table);
        }
    }

    /** Three products sold every month, with a season and some noise; pots are new in the last year. */
    private static Opportunities deals(int months) {
        Random random = new Random(4);
        Opportunities deals = new Opportunities();
        for (int t = 0; t < months; t++) {
            String day = FIRST.plusMonths(t).atDay(12).toString();
            double season = 1 + 0.4 * Math.sin(2 * Math.PI * t / 12);
            for (String product : t < 24 ? List.of("axe", "saw") : List.of("axe", "saw", "pot")) {
                deals.won(product, day, String.format("%.2f", 1000 * season * (0.8 + 0.4 * random.nextDouble())));
            }
        }
        return deals;
    }

    private void run(ForecasterSource source, String asOf) {
        engines.run(new AsOf(LocalDate.parse(asOf), ZoneOffset.UTC), new SeriesForecasts(source, HORIZON)::run);
    }

    private Map<String, Long> madeOn() {
        return lake.rows(SeriesTables.SERIES_BACKTEST).stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("made_on").toString(),
                        TreeMap::new,
                        Collectors.mapping(
                                row -> row.getField("fingerprint"),
                                Collectors.collectingAndThen(Collectors.toSet(), set -> (long) set.size()))));
    }

    private List<String> rows(TableSpec table) {
        return lake.rows(table).stream().map(Record::toString).toList();
    }

    @Test
    void countsAMonthWithoutBookingsAsNothing() {
        new Opportunities()
                .won("axe", "2024-03-05", "60.00")
                .won("axe", "2024-05-31", "240.00")
                .won("axe", "2024-06-10", "9999.00")
                .storeIn(lake);
        run(HistoricMean::new, "2024-06-15");
        assertThat(LakeRows.read(
                        lake,
                        SeriesTables.SERIES_FORECASTS,
                        "measure",
                        "scope",
                        "member",
                        "month",
                        "step",
                        "unit",
                        "model",
                        "mean"))
                .as("60, 0, 240; the running month is not counted")
                .contains(
                        "bookings product axe 2024-06-01 1 project currency mean 100.00",
                        "bookings total  2024-06-01 1 project currency mean 100.00",
                        "bookings total  2024-08-01 3 project currency mean 100.00")
                .hasSize(6);
    }

    @Test
    void countsTheLastDayOfAMonthAsItsEnd() {
        new Opportunities().won("axe", "2024-05-10", "100.00").storeIn(lake);
        run(HistoricMean::new, "2024-05-30");
        assertThat(rows(SeriesTables.SERIES_FORECASTS)).isEmpty();
        run(HistoricMean::new, "2024-05-31");
        assertThat(LakeRows.read(lake, SeriesTables.SERIES_FORECASTS, "scope", "month"))
                .contains("total 2024-06-01");
    }

    @Test
    void saysWhyTheMethodHasNoForecastAndFallsBackOnTheBaseline() {
        new Opportunities().won("axe", "2024-05-05", "200.00").storeIn(lake);
        run(SeasonalNaive::new, "2024-05-31");
        assertThat(LakeRows.read(lake, SeriesTables.SERIES_FORECASTS, "scope", "step", "model", "mean", "reason"))
                .contains("total 1 naive 200.00 seasonal-naive has no forecast: no two values one season of 12 apart;"
                        + " instead naive: one value: last observed value; reconciled with its parts");
    }

    /** Teams sell axes and saws to small and large customers; pots were sold only once. */
    @Test
    void addsUpToTheCentInEveryScopeAndMonth() {
        Random random = new Random(11);
        List<Object[]> rows = new ArrayList<>();
        for (int t = 0; t < 30; t++) {
            for (int i = 0; i < 12; i++) {
                rows.add(deal(
                        "d" + t + "-" + i,
                        i == 7 && t == 20 ? "pot" : random.nextBoolean() ? "axe" : "saw",
                        "team" + random.nextInt(3),
                        random.nextInt(4) > 0 ? "small" : "large",
                        FIRST.plusMonths(t).atDay(9),
                        BigDecimal.valueOf(random.nextInt(100_000), 2)));
            }
        }
        lake.replace(CrmTables.OPPORTUNITIES, rows.stream());
        run(Auto::new, "2023-06-30");
        Map<String, Map<Object, BigDecimal>> sums = new TreeMap<>();
        for (Record row : lake.rows(SeriesTables.SERIES_FORECASTS)) {
            sums.computeIfAbsent(row.getField("scope").toString(), scope -> new TreeMap<>())
                    .merge(row.getField("month"), (BigDecimal) row.getField("mean"), BigDecimal::add);
        }
        assertThat(sums).containsOnlyKeys("product", "segment", "team", "total");
        assertThat(sums.values()).containsOnly(sums.get("total"));
        assertThat(sums.get("total").values()).hasSize(HORIZON).allMatch(total -> total.signum() > 0);
        assertThat(lake.rows(SeriesTables.SERIES_FORECASTS)).allSatisfy(row -> {
            BigDecimal mean = (BigDecimal) row.getField("mean");
            assertThat(mean)
                    .isBetween((BigDecimal) row.getField("lower_80"), (BigDecimal) row.getField("upper_80"))
                    .isNotNegative();
        });
    }

    private static Object[] deal(
            String id, String product, String team, String segment, LocalDate day, BigDecimal amount) {
        Object[] row = new Object[CrmTables.OPPORTUNITIES.columns().size()];
        Map.of(
                        "opportunity_id", id,
                        "product_id", product,
                        "team_id", team,
                        "segment", segment,
                        "outcome", "won",
                        "closed_at", day.atTime(12, 0).atOffset(ZoneOffset.UTC),
                        "amount", amount)
                .forEach((column, value) ->
                        row[CrmTables.OPPORTUNITIES.columnNames().indexOf(column)] = value);
        return row;
    }

    @Test
    void showsWhatWasSaidAtTheEndOfEachMonthBesideWhatCame() {
        new Opportunities()
                .won("axe", "2024-03-05", "100.00")
                .won("axe", "2024-04-05", "300.00")
                .won("axe", "2024-05-05", "500.00")
                .storeIn(lake);
        run(HistoricMean::new, "2024-05-31");
        assertThat(LakeRows.read(lake, SeriesTables.SERIES_BACKTEST, "scope", "origin", "month", "mean", "actual"))
                .filteredOn(row -> row.startsWith("total"))
                .containsExactly(
                        "total 2024-03-31 2024-04-01 100.0 300.0",
                        "total 2024-03-31 2024-05-01 100.0 500.0",
                        "total 2024-03-31 2024-06-01 100.0 -",
                        "total 2024-04-30 2024-05-01 200.0 500.0",
                        "total 2024-04-30 2024-06-01 200.0 -",
                        "total 2024-04-30 2024-07-01 200.0 -",
                        "total 2024-05-31 2024-06-01 300.0 -",
                        "total 2024-05-31 2024-07-01 300.0 -",
                        "total 2024-05-31 2024-08-01 300.0 -");
        assertThat(LakeRows.read(lake, SeriesTables.SERIES_ACCURACY, "scope", "method", "value_count", "smape"))
                .as("(200 200/400 + 200 400/600)/2 = 116.6667 and 200 300/700 = 85.7143: mean 101.1905")
                .contains("total auto 3 101.1905");
    }

    @Test
    void makesAForecastOnceAndKeepsItWhileTheMonthsBehindItStay() {
        deals(36).storeIn(lake);
        run(Auto::new, "2024-01-10");
        List<String> first = rows(SeriesTables.SERIES_FORECASTS);
        long made = madeOn().get("2024-01-10");

        run(Auto::new, "2024-01-11");
        assertThat(madeOn()).isEqualTo(Map.of("2024-01-10", made));
        assertThat(rows(SeriesTables.SERIES_FORECASTS)).isEqualTo(first);

        deals(36).won("axe", "2024-01-12", "77.00").storeIn(lake);
        run(Auto::new, "2024-01-31");
        assertThat(madeOn().get("2024-01-31"))
                .as("one more month of the total and of three products")
                .isEqualTo(4);

        deals(36)
                .won("axe", "2024-01-12", "77.00")
                .won("saw", "2024-01-12", "5.00")
                .storeIn(lake);
        run(Auto::new, "2024-02-01");
        assertThat(madeOn().get("2024-02-01")).as("the total and saws").isEqualTo(2);
    }

    @Test
    void forecastsAgainWhenTheMethodsChange() {
        deals(15).storeIn(lake);
        run(Auto::new, "2022-04-10");
        run(HistoricMean::new, "2022-04-11");
        assertThat(madeOn()).containsOnlyKeys("2022-04-11");
    }

    @Test
    void leavesNothingOfAnEarlierNight() {
        new Opportunities().won("axe", "2024-04-05", "100.00").storeIn(lake);
        run(HistoricMean::new, "2024-04-30");
        new Opportunities().open("axe", "2024-04-05", "100.00").storeIn(lake);
        run(HistoricMean::new, "2024-04-30");
        assertThat(rows(SeriesTables.SERIES_FORECASTS)).isEmpty();
        assertThat(rows(SeriesTables.SERIES_BACKTEST)).isEmpty();
    }

    @Test
    void forecastsTheSameOnSparkAsHere() {
        Random random = new Random(8);
        List<SeriesTask> tasks = IntStream.range(0, 40)
                .mapToObj(i -> SeriesTask.of(
                        TimeSeries.seasonal(
                                random.doubles(6 + i)
                                        .map(x -> i % 5 == 0 && x < 0.6 ? 0 : 100 * x)
                                        .toArray(),
                                12),
                        HORIZON,
                        "one"))
                .toList();
        SeriesFits fits = new SeriesFits(Auto::new);
        assertThat(printed(fits.onSpark(tasks, TestSession.spark()))).isEqualTo(printed(fits.here(tasks)));
    }

    private static List<String> printed(List<SeriesFit> fits) {
        SeriesId total = SeriesId.total(SeriesMeasure.BOOKINGS);
        return fits.stream()
                .flatMap(fit -> SeriesRows.forecasts(SeriesMeasure.BOOKINGS, total, FIRST, fit.forecasts())
                        .map(row -> fit.fingerprint() + " " + Arrays.toString(row)))
                .toList();
    }
}
