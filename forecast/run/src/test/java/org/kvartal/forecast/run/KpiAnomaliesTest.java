package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.SignalTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;

/** Twelve deals a working day, a third of them saws, closed 20 days later; half are won. */
class KpiAnomaliesTest {
    private static final LocalDate FIRST = LocalDate.parse("2022-10-03");
    private static final LocalDate AS_OF = LocalDate.parse("2024-03-14");

    @TempDir
    static Path folder;

    private static Lake lake;
    private static BothEngines engines;

    @BeforeAll
    static void open() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        lake.prepare(CrmTables.ACCOUNTS);
        lake.prepare(CrmTables.REQUESTS);
        engines = new BothEngines(lake, folder.resolve("scratch"));
    }

    private static void watch(LocalDate lastDealOn, Predicate<LocalDate> isWithoutSaws) {
        Random random = new Random(9);
        Opportunities deals = new Opportunities();
        for (LocalDate day = FIRST; !day.isAfter(lastDealOn); day = day.plusDays(1)) {
            int count = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? 0 : 9 + random.nextInt(7);
            for (int i = 0; i < count; i++) {
                String product = random.nextInt(3) == 0 ? "crm:saw" : "crm:axe";
                boolean won = random.nextBoolean();
                LocalDate closed = day.plusDays(20);
                String amount =
                        BigDecimal.valueOf(50_000 + random.nextInt(100_000), 2).toString();
                if (!product.equals("crm:saw") || !isWithoutSaws.test(day)) {
                    deals.add(
                            product,
                            closed.isAfter(AS_OF) ? "open" : won ? "won" : "lost",
                            day.toString(),
                            closed.isAfter(AS_OF) ? null : closed.toString(),
                            amount);
                }
            }
        }
        deals.storeIn(lake);
        engines.run(new AsOf(AS_OF, ZoneOffset.UTC), new KpiAnomalies(new FiscalCalendar(1))::run);
    }

    private static List<Record> alarms() {
        return lake.rows(SignalTables.KPI_ANOMALIES).stream()
                .filter(row -> !row.getField("state").equals("quiet"))
                .toList();
    }

    @Test
    void aQuietNightWatchesEverythingAndAlarmsNothing() {
        watch(AS_OF, day -> false);
        List<Record> watched = lake.rows(SignalTables.KPI_ANOMALIES);
        assertThat(watched)
                .extracting(row -> row.getField("kpi"))
                .contains("created_count", "created_amount", "won_count", "won_amount", "win_rate", "lost_count");
        assertThat(watched).extracting(row -> row.getField("scope")).contains("total", "product");
        assertThat(watched)
                .allSatisfy(row -> assertThat(row.getField("last_day")).isEqualTo(AS_OF));
        assertThat(alarms()).isEmpty();
        assertThat(lake.rows(SignalTables.KPI_ATTRIBUTIONS)).isEmpty();
    }

    @Test
    void saysThatTheProductWhichWasNoLongerOfferedIsBehindTheDrop() {
        watch(AS_OF, day -> day.isAfter(AS_OF.minusDays(10)));
        assertThat(alarms()).anySatisfy(row -> {
            assertThat(row.getField("grain")).isEqualTo("week");
            assertThat(row.getField("kpi")).isEqualTo("created_amount");
            assertThat(row.getField("scope")).isEqualTo("total");
            assertThat((double) row.getField("actual")).isLessThan((double) row.getField("lower"));
        });
        assertThat(alarms())
                .filteredOn(row -> "crm:saw".equals(row.getField("product_id"))
                        && row.getField("kpi").equals("created_amount")
                        && row.getField("grain").equals("week"))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("state")).isEqualTo("part_of_total"));

        Record total = alarms().stream()
                .filter(row -> row.getField("kpi").equals("created_amount")
                        && row.getField("grain").equals("week")
                        && row.getField("scope").equals("total"))
                .findFirst()
                .orElseThrow();
        List<Record> parts = lake.rows(SignalTables.KPI_ATTRIBUTIONS).stream()
                .filter(row -> row.getField("kpi").equals("created_amount")
                        && row.getField("grain").equals("week"))
                .toList();
        assertThat(parts)
                .filteredOn(row -> (boolean) row.getField("is_cause"))
                .extracting(row -> row.getField("product_id"))
                .containsExactly("crm:saw");
        assertThat(parts.stream()
                        .map(row -> (BigDecimal) row.getField("contribution"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(Money.of((double) total.getField("actual"))
                        .subtract(Money.of((double) total.getField("expected"))));
    }

    /** Everything is entered at noon, so a working day without any deal is one that was not yet loaded. */
    @Test
    void aDayThatHasNotArrivedIsLeftOut() {
        watch(AS_OF.minusDays(1), day -> false);
        assertThat(lake.rows(SignalTables.KPI_ANOMALIES))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getField("last_day")).isEqualTo(AS_OF.minusDays(1)));
        assertThat(alarms()).isEmpty();
    }
}
