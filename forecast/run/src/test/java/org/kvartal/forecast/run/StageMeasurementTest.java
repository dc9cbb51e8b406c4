package org.kvartal.forecast.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.forecast.tables.PipelineTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;

class StageMeasurementTest {
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
     * Stays in lead: 10 days (a: on to offer), 20 (b: on to talks), 40 (c: lost), 30 and going on (d), 5 (e: on). Of five,
     * at 5, 10, 20 one leaves of 5, 4, 3; at 40 one of one. Advance: 1/5 + 4/5/4 + 3/5/3 = 0.6; lost: the rest, at 40. f was
     * closed after the as-of date and never changed before: its row stands in an end, which is no stage.
     */
    @Test
    void measuresStaysWithCompetingExitsAndThoseStillGoingOn() {
        given("""
                opportunity_id  stage  outcome  created_at  closed_at
                a               won    won      2024-01-01  2024-01-31
                b               talks  open     2024-02-01  -
                c               lost   lost     2024-01-01  2024-02-10
                d               lead   open     2024-02-29  -
                e               offer  open     2024-03-01  -
                f               won    won      2024-01-01  2024-05-01
                """, """
                opportunity_id  changed_at  field   old_value  new_value
                a               2024-01-11  stage   lead       offer
                a               2024-01-12  amount  1          2
                a               2024-01-31  stage   offer      won
                b               2024-02-21  stage   lead       talks
                b               2024-02-26  stage   talks      offer
                b               2024-02-27  stage   offer      talks
                c               2024-02-10  stage   lead       lost
                e               2024-03-06  stage   lead       offer
                e               2024-04-30  stage   offer      talks
                """);
        engines.run(asOf("2024-03-30"), new StageMeasurement(List.of("lead", "offer", "talks"), Set.of("offer"))::run);

        assertThat(velocity("stage", "exit", "stay_count", "exit_count", "open_count", "within_30", "within_60"))
                .containsExactly(
                        "lead advance 5 3 1 0.6 0.6",
                        "lead any 5 4 1 0.6 1.0",
                        "lead lost 5 1 1 0.0 0.4",
                        "lead onward 5 3 1 0.6 0.6",
                        "offer advance 3 1 1 0.3333 0.3333",
                        "offer any 3 2 1 0.6667 0.6667",
                        "offer onward 3 2 1 0.6667 0.6667",
                        "offer won 3 1 1 0.3333 0.3333",
                        "talks any 2 1 1 0.5 0.5",
                        "talks back 2 1 1 0.5 0.5",
                        "talks onward 2 1 1 0.5 0.5");
        assertThat(velocity("stage", "exit", "median_days", "p90_days"))
                .contains("lead any 20.0 -", "lead lost - -", "lead advance 20.0 -");
    }

    @Test
    void holdsDealsAgainstTheDeclaredOrder() {
        given("""
                opportunity_id  stage  outcome  created_at  closed_at
                a               won    won      2024-01-01  2024-01-31
                b               talks  open     2024-02-01  -
                c               won    won      2024-01-01  2024-02-10
                d               lead   open     2024-02-29  -
                """, """
                opportunity_id  changed_at  field  old_value  new_value
                a               2024-01-11  stage  lead       offer
                a               2024-01-31  stage  offer      won
                b               2024-02-21  stage  lead       talks
                b               2024-02-26  stage  talks      offer
                b               2024-02-27  stage  offer      talks
                c               2024-02-10  stage  lead       won
                """);
        engines.run(asOf("2024-03-30"), new StageMeasurement(List.of("lead", "offer", "talks"), Set.of("talks"))::run);

        assertThat(LakeRows.read(
                        lake,
                        PipelineTables.STAGE_CONFORMANCE,
                        "kind",
                        "stage",
                        "times_count",
                        "deal_count",
                        "checked_count"))
                .containsExactlyInAnyOrder("backward offer 1 1 4", "reentered talks 1 1 4", "skipped offer 2 2 4");
        assertThat(LakeRows.read(
                        lake, PipelineTables.STAGE_MODEL, "stage", "position", "skippable", "origin", "deal_count"))
                .containsExactlyInAnyOrder(
                        "lead 1 false declared 4", "offer 2 false declared 2", "talks 3 true declared 1");
    }

    @Test
    void takesTheOrderThatDealsFollowAndLimitsOnceThereAreEnough() {
        String deals = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "d" + i + "  won  won  2024-01-01  2024-03-01\n")
                .collect(Collectors.joining());
        String changes = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "d" + i + "  " + LocalDate.parse("2024-01-01").plusDays(i) + "  stage  zero  first\nd"
                        + i + "  2024-03-01  stage  first  won\n")
                .collect(Collectors.joining());
        given(
                "opportunity_id  stage  outcome  created_at  closed_at\n" + deals,
                "opportunity_id  changed_at  field  old_value  new_value\n" + changes);
        engines.run(asOf("2024-03-30"), new StageMeasurement(List.of(), Set.of())::run);

        assertThat(LakeRows.read(lake, PipelineTables.STAGE_MODEL, "stage", "position", "skippable", "origin"))
                .containsExactlyInAnyOrder("zero 1 false observed", "first 2 false observed");
        assertThat(velocity("stage", "exit", "median_days", "p90_days", "p95_days"))
                .as("stays of 1 to 20 days, half of which is between 10 and 11")
                .contains("zero any 10.5 18.0 19.0", "zero onward 10.0 18.0 19.0");
    }

    @Test
    void saysNothingWhereTheSourceKeepsNoHistoryOfStages() {
        given(
                "opportunity_id  stage  outcome  created_at  closed_at\na  lead  open  2024-01-01  -\n",
                "opportunity_id  changed_at  field  old_value  new_value\na  2024-01-02  amount  1  2\n");
        engines.run(asOf("2024-03-30"), new StageMeasurement(List.of(), Set.of())::run);

        assertThat(lake.rows(PipelineTables.STAGE_VELOCITY)).isEmpty();
        assertThat(lake.rows(PipelineTables.STAGE_MODEL)).isEmpty();
        assertThat(lake.rows(PipelineTables.STAGE_CONFORMANCE)).isEmpty();
    }

    private static void given(String opportunities, String changes) {
        LakeRows.store(lake, CrmTables.OPPORTUNITIES, opportunities);
        LakeRows.store(lake, CrmTables.OPPORTUNITY_CHANGES, changes);
    }

    private static AsOf asOf(String day) {
        return new AsOf(LocalDate.parse(day), ZoneOffset.UTC);
    }

    private static List<String> velocity(String... columns) {
        return LakeRows.read(lake, PipelineTables.STAGE_VELOCITY, columns).stream()
                .sorted()
                .toList();
    }
}
