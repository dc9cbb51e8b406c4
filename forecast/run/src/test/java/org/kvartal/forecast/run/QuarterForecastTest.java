package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.pipeline.QuarterOutlook;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.FiscalCalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

class QuarterForecastTest {
    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.open(folder.resolve("lake"));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void saysWhyThereIsNoOutlookAndWhatIsBookedAllTheSame() {
        new Opportunities()
                .won("crm:axe", "2024-04-02", "100.00")
                .won("crm:axe", "2024-03-31", "999.00")
                .lost("crm:axe", "2024-05-02")
                .open("crm:axe", "2024-05-02", "50.00")
                .storeIn(lake);

        assertThat(known(outlook("2024-05-15")))
                .isEqualTo(Map.of(
                        "quarter",
                        "Q2 2024",
                        "first_day",
                        LocalDate.parse("2024-04-01"),
                        "last_day",
                        LocalDate.parse("2024-06-30"),
                        "booked_amount",
                        new BigDecimal("100.00"),
                        "evidence",
                        "none",
                        "reason",
                        "Not enough data: 3 closed deals (2 won), 40 needed of which 10 won."));
        assertThat(lake.rows(ForecastTables.DEAL_OUTLOOK)).isEmpty();
    }

    @Test
    void writesTheOutlookAndWhatEachOpenDealAddsToIt() {
        twoYearsOfDeals()
                .open("crm:axe", "2024-05-01", "50.00")
                .open("crm:axe", "2024-05-06", null)
                .open("crm:axe", "2022-06-01", "70.00")
                .open("crm:axe", null, "80.00")
                .storeIn(lake);
        Record row = outlook("2024-05-15");

        assertThat(row.getField("evidence")).isEqualTo("months_of_age");
        assertThat(row.getField("reason"))
                .isEqualTo("Hazards by four weeks of age: 100 closed deals (50 won), 100 won and 100 lost needed for"
                        + " hazards by everything on record.");
        assertThat(row.getField("open_count")).isEqualTo(3L);
        assertThat(row.getField("stale_count")).isEqualTo(1L);
        assertThat(row.getField("undated_count")).isEqualTo(1L);
        assertThat(row.getField("imputed_count")).isEqualTo(1L);
        assertThat(amount(row, "mean"))
                .isCloseTo(
                        amount(row, "booked_amount") + amount(row, "open_mean") + amount(row, "new_mean"),
                        within(0.05));
        assertThat(List.of("booked_amount", "p5", "p10", "p25", "p50", "p75", "p90", "p95"))
                .extracting(column -> amount(row, column))
                .isSorted();
        assertThat(amount(row, "p5")).isLessThan(amount(row, "p95"));
        assertThat(lake.rows(ForecastTables.DEAL_OUTLOOK))
                .extracting(deal -> deal.getField("opportunity_id"), deal -> (double) deal.getField("win_ever") > 0)
                .containsExactlyInAnyOrder(tuple("crm:101", true), tuple("crm:102", true), tuple("crm:103", false));
    }

    @Test
    void sharesTheOutlookOutToTheCent() {
        twoYearsOfDeals()
                .open("crm:axe", "2024-05-01", "50.00")
                .open("crm:bow", "2024-05-03", "33.33")
                .open(null, "2024-05-06", null)
                .storeIn(lake);
        Record total = outlook("2024-05-15");

        List<Record> units = lake.rows(ForecastTables.UNIT_OUTLOOK);
        assertThat(units)
                .filteredOn(unit -> unit.getField("scope").equals("product"))
                .extracting(unit -> unit.getField("member"))
                .containsExactlyInAnyOrder("", "crm:axe", "crm:bow");
        for (String scope : List.of("owner", "team", "region", "product")) {
            for (String column : List.of("booked_amount", "open_mean", "new_mean")) {
                assertThat(units.stream()
                                .filter(unit -> unit.getField("scope").equals(scope))
                                .map(unit -> (BigDecimal) unit.getField(column))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as(scope + " " + column)
                        .isEqualByComparingTo((BigDecimal) total.getField(column));
            }
        }
    }

    /** Of the quarters of 2022 and 2023 those have forecasts before which 40 deals were closed. */
    @Test
    void keepsForecastsOfPastQuartersAndMakesTheMissingOnes() {
        twoYearsOfDeals().storeIn(lake);
        OutlookRecord record = new OutlookRecord(new QuarterOutlook(), new FiscalCalendar(1));
        record.run(lake, new AsOf(LocalDate.parse("2024-03-31"), ZoneOffset.UTC));
        List<Record> first = lake.rows(ForecastTables.OUTLOOK_BACKTEST);
        assertThat(first)
                .filteredOn(row -> row.getField("method").equals("outlook"))
                .extracting(row -> row.getField("origin"))
                .contains(LocalDate.parse("2023-12-31"), LocalDate.parse("2024-02-14"), LocalDate.parse("2023-06-30"))
                .doesNotContain(LocalDate.parse("2022-09-30"));
        assertThat(first).extracting(row -> row.getField("method")).contains("outlook", "stage_weighted", "last_year");

        new Opportunities().storeIn(lake);
        record.run(lake, new AsOf(LocalDate.parse("2024-03-31"), ZoneOffset.UTC));
        assertThat(lake.rows(ForecastTables.OUTLOOK_BACKTEST)).hasSameSizeAs(first);
    }

    @Test
    void replacesTheOutlookOfAnEarlierNight() {
        twoYearsOfDeals().open("crm:axe", "2024-05-01", "50.00").storeIn(lake);
        outlook("2024-05-15");
        assertThat(lake.rows(ForecastTables.DEAL_OUTLOOK)).hasSize(1);

        new Opportunities().storeIn(lake);
        assertThat(known(outlook("2024-05-15")).get("reason"))
                .isEqualTo("Not enough data: 0 closed deals (0 won), 40 needed of which 10 won.");
        assertThat(lake.rows(ForecastTables.DEAL_OUTLOOK)).isEmpty();
    }

    /** A deal closes every week, won and lost by turns, after 30 to 60 days. */
    private static Opportunities twoYearsOfDeals() {
        Opportunities deals = new Opportunities();
        LocalDate closed = LocalDate.parse("2022-06-10");
        for (int i = 0; i < 100; i++) {
            String created = closed.minusDays(30 + i % 31).toString();
            deals.add("crm:axe", i % 2 == 0 ? "won" : "lost", created, closed.toString(), 100 + i % 7 + ".00");
            closed = closed.plusDays(7);
        }
        return deals;
    }

    private Record outlook(String asOf) {
        LocalDate day = LocalDate.parse(asOf);
        new QuarterForecast(new QuarterOutlook())
                .run(lake, new AsOf(day, ZoneOffset.UTC), new FiscalCalendar(1).quarterOf(day));
        List<Record> rows = lake.rows(ForecastTables.QUARTER_OUTLOOK);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** The columns that have a value. */
    private static Map<String, Object> known(Record row) {
        Map<String, Object> known = new TreeMap<>();
        for (String column : ForecastTables.QUARTER_OUTLOOK.columnNames()) {
            Object value = row.getField(column);
            if (value != null) {
                known.put(column, value);
            }
        }
        return known;
    }

    private static double amount(Record row, String column) {
        return ((BigDecimal) row.getField(column)).doubleValue();
    }
}
