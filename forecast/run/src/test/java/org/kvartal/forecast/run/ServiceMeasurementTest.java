package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeRow;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ServiceMeasurementTest {
    private static final LocalDate AS_OF = LocalDate.of(2024, 3, 31);
    private static final OffsetDateTime END = AS_OF.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static Lake lake;
    private static BothEngines engines;

    @BeforeAll
    static void open() {
        TestSession.spark();
        lake = Lake.open(folder.resolve("lake"));
        engines = new BothEngines(lake, folder.resolve("scratch"));
    }

    /**
     * The backlog trap: requests of the last 60 days whose half takes longer than 600 hours; those that have been resolved by
     * now are the fast ones. A third is withdrawn, which competes.
     */
    @Test
    void isNotFlatteredByTheBacklog() {
        Random random = new Random(17);
        List<Object[]> rows = new ArrayList<>();
        Map<String, Boolean> breaches = new HashMap<>();
        double[] resolved = new double[100_000];
        double[] withdrawn = new double[resolved.length];
        for (int i = 0; i < resolved.length; i++) {
            resolved[i] = 600 * Math.exp(random.nextGaussian());
            withdrawn[i] = -3_000 * Math.log(1 - random.nextDouble());
            if (i < 6_000) {
                double age = 60 * 24 * random.nextDouble();
                double hours = Math.min(resolved[i], withdrawn[i]);
                String ending = hours > age ? "open" : resolved[i] < withdrawn[i] ? "resolved" : "cancelled";
                rows.add(request("r" + i, age, Math.min(age, hours), ending, 800));
                breaches.put("r" + i, hours > 800);
            }
        }
        lake.replace(ServiceTables.REQUEST_TIMES, rows.stream());

        measure();

        double truth = whenHalfAreResolved(resolved, withdrawn);
        Record row = lake.rows(ServiceTables.REQUEST_SURVIVAL).stream()
                .filter(one -> one.getField("grouping").equals("total")
                        && one.getField("clock").equals("handling")
                        && one.getField("unit").equals("elapsed")
                        && one.getField("ending").equals("resolved"))
                .findFirst()
                .orElseThrow();
        assertThat((double) row.getField("median")).isCloseTo(truth, within(0.08 * truth));
        assertThat((double) row.getField("median_low")).isLessThan(truth);
        assertThat((double) row.getField("median_high")).isGreaterThan(truth);
        assertThat((double) row.getField("naive_median")).isLessThan(0.6 * truth);
        assertThat(row.getField("p90")).isNull();
        assertThat(row.getField("note")).isEqualTo("not reached: fewer than 90 % end so");
        assertCalibrated(breaches);
    }

    /** The open requests break their promises as often as their probabilities say, also among the risky and the safe ones. */
    private static void assertCalibrated(Map<String, Boolean> breaches) {
        List<Record> risks = lake.rows(ServiceTables.REQUEST_RISK);
        assertThat(risks).hasSizeGreaterThan(1_000);
        Map<Boolean, List<Record>> halves = risks.stream()
                .filter(risk -> risk.getField("late").equals(false))
                .collect(Collectors.partitioningBy(risk -> probability(risk) > 0.5));
        halves.values().forEach(half -> {
            double expected = half.stream()
                    .mapToDouble(ServiceMeasurementTest::probability)
                    .sum();
            double came = half.stream()
                    .filter(risk -> breaches.get((String) risk.getField("request_id")))
                    .count();
            assertThat(came).isCloseTo(expected, within(3 * Math.sqrt(half.size()) / 2));
        });
        assertThat(risks)
                .filteredOn(risk -> risk.getField("late").equals(true))
                .allSatisfy(risk -> assertThat(probability(risk)).isEqualTo(1));
    }

    private static double probability(Record risk) {
        return (double) risk.getField("breach_probability");
    }

    /** Of all, withdrawn ones too: the share resolved by then is one half. */
    private static double whenHalfAreResolved(double[] resolved, double[] withdrawn) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < resolved.length; i++) {
            if (resolved[i] < withdrawn[i]) {
                times.add(resolved[i]);
            }
        }
        return times.stream().sorted().toList().get(resolved.length / 2);
    }

    /** Three kept of four whose time was over in the quarter: the open and late one counts, the void one does not. */
    @Test
    void countsPromisesInTheQuarterInWhichTheirTimeWasOver() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(promised("a", "met", "2024-01-10", "resolved"));
        rows.add(promised("b", "met", "2024-03-31", "resolved"));
        rows.add(promised("c", "near", "2024-02-10", "resolved"));
        rows.add(promised("d", "breached", "2024-02-10", "open"));
        rows.add(promised("e", "void", "2024-02-10", "cancelled"));
        rows.add(promised("f", "breached", "2023-12-31", "resolved"));
        rows.add(promised("g", "met", "2024-04-01", "resolved"));
        lake.replace(ServiceTables.REQUEST_TIMES, rows.stream());

        measure();

        assertThat(LakeRows.read(
                        lake,
                        ServiceTables.REQUEST_PROMISES,
                        "grouping",
                        "quarter",
                        "due_count",
                        "met_count",
                        "near_count",
                        "late_count",
                        "open_late_count",
                        "void_count",
                        "kept_share",
                        "low",
                        "high"))
                .contains("total Q4 2023 1 0 0 1 0 0 0.0 0.0 0.7935", "total Q1 2024 4 2 1 0 1 1 0.75 0.3006 0.9544");
    }

    private static void measure() {
        engines.run(new AsOf(AS_OF, ZoneOffset.UTC), new ServiceMeasurement(new FiscalCalendar(1))::run);
    }

    private static @Nullable Object[] request(String id, double age, double hours, String ending, double target) {
        LakeRow row = row(id, END.minusSeconds((long) (age * 3_600)), ending, hours);
        row.with("target_hours", target);
        return row.values();
    }

    private static @Nullable Object[] promised(String id, String promise, String due, String ending) {
        LakeRow row = row(id, END.minusYears(1), ending, 2);
        row.with("target_hours", 1.0);
        row.with("due_at", LocalDate.parse(due).atTime(12, 0).atOffset(ZoneOffset.UTC));
        row.with("promise", promise);
        return row.values();
    }

    private static LakeRow row(String id, OffsetDateTime opened, String ending, double hours) {
        LakeRow row = new LakeRow(ServiceTables.REQUEST_TIMES);
        row.with("request_id", id);
        row.with("priority", "P1");
        row.with("opened_at", opened);
        row.with("opened_month", opened.toLocalDate().withDayOfMonth(1));
        row.with("ending", ending);
        row.with("censored", ending.equals("open"));
        for (String clock : List.of("handling_hours", "handling_working_hours", "clock_hours", "clock_working_hours")) {
            row.with(clock, hours);
        }
        return row;
    }
}
