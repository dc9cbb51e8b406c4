package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.external.ExternalBlend;
import org.kvartal.forecast.tables.SeriesTables;
import org.kvartal.forecast.tables.SignalTables;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/** Bookings of 60 months that follow an index; one source forecasts the index, another publishes noise. */
class ExternalForecastsTest {
    private static final LocalDate FIRST = LocalDate.parse("2019-01-01");
    private static final int MONTHS = 60;
    private static final LocalDate AS_OF = LocalDate.parse("2023-12-31");

    @TempDir
    Path folder;

    private final List<Object[]> published = new ArrayList<>();
    private Lake lake;

    @BeforeEach
    void open() {
        lake = Lake.open(folder.resolve("lake"));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void simulate() {
        Random random = new Random(3);
        Opportunities deals = new Opportunities();
        for (int i = 0; i < MONTHS + 3; i++) {
            LocalDate month = FIRST.plusMonths(i);
            double index = 100 + 15 * random.nextGaussian();
            if (i < MONTHS) {
                double amount = 50_000 + 1_000 * index + 2_000 * random.nextGaussian();
                deals.won("crm:axe", month.plusDays(9).toString(), Math.round(amount) + ".00");
            }
            publish("Institute", "market", month.minusDays(8), month, index + random.nextGaussian());
            publish("Oracle", "stars", month.minusDays(8), month, random.nextGaussian());
        }
        deals.storeIn(lake);
    }

    private void publish(String publisher, String series, LocalDate on, LocalDate period, double value) {
        published.add(new Object[] {publisher, series, on, period, value, "points"});
    }

    private void run() {
        lake.replace(CrmTables.EXTERNAL_FORECASTS, published.stream());
        new ExternalForecasts(new SeasonalBaseline(), 6).run(lake, new AsOf(AS_OF, ZoneOffset.UTC));
    }

    private static Record of(List<Record> scores, String member) {
        return scores.stream()
                .filter(row -> row.getField("member").equals(member))
                .findFirst()
                .orElseThrow();
    }

    private static double amount(Record row, String column) {
        return ((BigDecimal) row.getField(column)).doubleValue();
    }

    @Test
    void blendsTheInformativeSourceWithOurOwnForecast() {
        simulate();
        run();
        List<Record> scores = lake.rows(SignalTables.EXTERNAL_SCORES);
        assertThat(scores)
                .extracting(row -> row.getField("member"), row -> row.getField("scored_count"))
                .containsExactlyInAnyOrder(
                        tuple("Institute: market", 51L), tuple("Oracle: stars", 51L), tuple("own outlook", 59L));
        Record market = of(scores, "Institute: market");
        Record noise = of(scores, "Oracle: stars");
        assertThat((double) market.getField("weight")).isGreaterThan(0.8);
        assertThat(noise.getField("weight")).isEqualTo(0.0);
        assertThat((String) noise.getField("reason")).startsWith("Not admitted: over 51 forecasts");
        assertThat(amount(market, "mean_absolute_error")).isLessThan(3_000);
        assertThat(amount(of(scores, ExternalBlend.OWN), "mean_absolute_error")).isGreaterThan(8_000);

        List<Record> january = lake.rows(SignalTables.EXTERNAL_BLEND).stream()
                .filter(row -> row.getField("period").equals(LocalDate.parse("2024-01-01")))
                .toList();
        assertThat(january).hasSize(3);
        double blended = january.stream()
                .filter(row -> (double) row.getField("weight") > 0)
                .mapToDouble(row -> (double) row.getField("weight") * amount(row, "expected"))
                .sum();
        assertThat(amount(january.get(0), "blended")).isCloseTo(blended, within(0.02));
        assertThat(lake.rows(SignalTables.EXTERNAL_BLEND)).hasSize(3);
    }

    /** January is first told of on 23 December, February and March only after the as-of date. */
    @Test
    void nothingPublishedLaterMovesADigit() {
        simulate();
        run();
        List<Record> scores = lake.rows(SignalTables.EXTERNAL_SCORES);
        List<Record> blend = lake.rows(SignalTables.EXTERNAL_BLEND);
        for (int i = 0; i < MONTHS + 1; i++) {
            publish("Institute", "market", AS_OF.plusDays(1), FIRST.plusMonths(i), 1e7);
        }
        run();
        assertThat(lake.rows(SignalTables.EXTERNAL_SCORES)).isEqualTo(scores);
        assertThat(lake.rows(SignalTables.EXTERNAL_BLEND)).isEqualTo(blend);
    }

    @Test
    void takesAsOurOwnForecastWhatIsPublished() {
        simulate();
        Object[] total = new Object[SeriesTables.SERIES_BACKTEST.columns().size()];
        Map.of(
                        "measure",
                        "bookings",
                        "scope",
                        "total",
                        "member",
                        "",
                        "origin",
                        AS_OF,
                        "month",
                        LocalDate.parse("2024-01-01"),
                        "mean",
                        1.0,
                        "coherent_mean",
                        123_456.0)
                .forEach((column, value) ->
                        total[SeriesTables.SERIES_BACKTEST.columnNames().indexOf(column)] = value);
        lake.replace(SeriesTables.SERIES_BACKTEST, Stream.<Object[]>of(total));
        run();
        assertThat(lake.rows(SignalTables.EXTERNAL_BLEND))
                .hasSize(3)
                .allSatisfy(row -> assertThat(amount(row, "own_expected")).isEqualTo(123_456));
    }

    @Test
    void writesNothingWhenNobodyPublishes() {
        new ExternalForecasts(new SeasonalBaseline(), 6).run(lake, new AsOf(AS_OF, ZoneOffset.UTC));
        assertThat(lake.rows(SignalTables.EXTERNAL_SCORES)).isEmpty();
        assertThat(lake.rows(SignalTables.EXTERNAL_BLEND)).isEmpty();
    }
}
