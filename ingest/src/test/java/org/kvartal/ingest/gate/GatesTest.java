package org.kvartal.ingest.gate;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.RawTable;
import org.kvartal.ingest.source.RowSink;
import org.kvartal.ingest.source.Source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatesTest {
    @TempDir
    Path folder;

    private Lake lake;
    private final List<Object[]> scores = new ArrayList<>();

    @BeforeEach
    void openTheLake() {
        lake = Lake.open(folder.resolve("lake"));
    }

    @AfterEach
    void closeTheLake() {
        lake.close();
    }

    private GateSettings settings(String yaml) throws Exception {
        Path file = folder.resolve("kvartal.yaml");
        Files.writeString(file, "gates:\n" + yaml.indent(2));
        ConfigFile config = ConfigFile.read(file, new Surroundings(Map.of(), folder, Map.of()));
        GateSettings settings = GateSettings.read(config.root().section("gates"), List.of("crm"));
        config.problems().throwIfAny();
        return settings;
    }

    private void rows(String night, String table, long count) {
        rows(night, table, count, null);
    }

    private void rows(String night, String table, long count, String newest) {
        scores.add(new Object[] {
            LocalDate.parse(night),
            table,
            "source",
            "crm",
            count,
            count,
            count,
            count,
            newest == null ? null : OffsetDateTime.parse(newest)
        });
        lake.replace(QualityTables.SCORES, scores.stream());
    }

    private void balance(String table, long read, long quarantined) {
        lake.replace(
                QualityTables.ROW_BALANCE,
                Stream.<Object[]>of(new Object[] {table, "crm", read, 0L, read - quarantined, quarantined, 0L, 0L}));
    }

    private List<String> judge(String night, GateSettings settings) {
        Night working = new Night(new AsOf(LocalDate.parse(night), ZoneOffset.UTC), null, lake, folder);
        new Gates(working, settings).judgeTables();
        return verdicts(night);
    }

    private List<String> verdicts(String night) {
        List<String> columns = List.of("gate", "table", "verdict");
        return lake.rows(GateTables.GATES).stream()
                .filter(row -> night.equals(row.getField("night").toString()))
                .map(row ->
                        columns.stream().map(row::getField).map(String::valueOf).collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }

    private String only(String column) {
        return lake.rows(GateTables.GATES).stream()
                .filter(row -> !row.getField("reason").equals(""))
                .map(row -> String.valueOf(row.getField(column)))
                .collect(Collectors.joining("; "));
    }

    @Test
    void hasNothingToCompareAFirstNightWith() {
        rows("2024-06-29", "opportunities", 100);
        assertThat(judge("2024-06-29", GateSettings.usual())).containsExactly("row-drop opportunities no-comparison");
    }

    @Test
    void blocksATableThatHasLostRowsUntilTheyAreBack() {
        rows("2024-06-28", "opportunities", 100);
        judge("2024-06-28", GateSettings.usual());
        rows("2024-06-29", "opportunities", 70);
        assertThat(judge("2024-06-29", GateSettings.usual())).containsExactly("row-drop opportunities block");
        assertThat(only("reason"))
                .isEqualTo("opportunities has 70 rows from crm, 100 on 2024-06-28: 30 % fewer, at most 20 % may be"
                        + " missing");
        assertThat(only("query"))
                .isEqualTo("select h.* from history.opportunities h where h.valid_to > date '2024-06-28' and"
                        + " h.opportunity_id not in (select opportunity_id from crm.opportunities)");

        rows("2024-06-30", "opportunities", 71);
        assertThat(judge("2024-06-30", GateSettings.usual())).containsExactly("row-drop opportunities block");
        rows("2024-07-01", "opportunities", 90);
        assertThat(judge("2024-07-01", GateSettings.usual())).containsExactly("row-drop opportunities pass");
    }

    @Test
    void comparesLaterNightsWithADropThatWasAccepted() {
        rows("2024-06-28", "opportunities", 100);
        judge("2024-06-28", GateSettings.usual());
        rows("2024-06-29", "opportunities", 70);
        GateSettings accepting = GateSettings.usual()
                .accepting(LocalDate.parse("2024-06-29"), List.of(Acceptance.parse("row-drop:opportunities")));
        assertThat(judge("2024-06-29", accepting)).containsExactly("row-drop opportunities accepted");

        rows("2024-06-30", "opportunities", 69);
        assertThat(judge("2024-06-30", accepting)).containsExactly("row-drop opportunities pass");
        rows("2024-07-01", "opportunities", 40);
        assertThat(judge("2024-07-01", accepting)).containsExactly("row-drop opportunities block");
    }

    /** A past date that is run again knows nothing of the nights after it. */
    @Test
    void comparesAnOldDateWithTheNightsBeforeIt() {
        rows("2024-06-28", "opportunities", 100);
        rows("2024-07-10", "opportunities", 500);
        rows("2024-06-29", "opportunities", 101);
        assertThat(judge("2024-06-29", GateSettings.usual())).containsExactly("row-drop opportunities pass");
    }

    @Test
    void seesThatATableHasBecomeEmptyAndThatOneIsNew() {
        rows("2024-06-28", "opportunities", 100);
        rows("2024-06-28", "leads", 10);
        rows("2024-06-29", "accounts", 40);
        assertThat(judge("2024-06-29", GateSettings.usual()))
                .containsExactly(
                        "row-drop accounts no-comparison", "row-drop leads pass", "row-drop opportunities block");
    }

    @Test
    void blocksATableOfWhichManyRowsAreRejected() {
        balance("opportunities", 200, 10);
        assertThat(judge("2024-06-29", GateSettings.usual())).containsExactly("quarantine opportunities block");
        assertThat(only("reason"))
                .isEqualTo("10 of the 200 rows of opportunities read from crm were rejected: 5 %, at most 1 % may be");
        assertThat(only("query")).isEqualTo("select * from quarantine.opportunities where source = 'crm'");
    }

    @Test
    void doesNotMindFewRejectedRows() {
        balance("opportunities", 20, 1);
        assertThat(judge("2024-06-29", GateSettings.usual())).containsExactly("quarantine opportunities pass");
        balance("opportunities", 10_000, 100);
        assertThat(judge("2024-06-29", GateSettings.usual())).containsExactly("quarantine opportunities pass");
    }

    @Test
    void takesARuleOfATableForTheGeneralOne() throws Exception {
        GateSettings settings = settings("""
                row-drop: { at-most: 0.5 }
                quarantine: { then: ignore }
                tables:
                  opportunities: { row-drop: { at-most: 0.1, then: warn } }
                """);
        balance("opportunities", 200, 10);
        rows("2024-06-28", "opportunities", 100);
        rows("2024-06-28", "leads", 100);
        rows("2024-06-29", "opportunities", 70);
        rows("2024-06-29", "leads", 70);
        assertThat(judge("2024-06-29", settings)).containsExactly("row-drop leads pass", "row-drop opportunities warn");
    }

    @Test
    void stopsTheNightWhereItIsToldTo() throws Exception {
        GateSettings settings = settings("tables: { opportunities: { quarantine: { then: stop } } }");
        balance("opportunities", 200, 10);
        assertThatThrownBy(() -> judge("2024-06-29", settings)).isInstanceOfSatisfying(NightStopped.class, stopped -> {
            assertThat(stopped.acceptances()).hasToString("[quarantine:opportunities]");
            assertThat(stopped)
                    .hasMessage("Cannot publish the night: 10 of the 200 rows of opportunities read from crm were"
                            + " rejected: 5 %, at most 1 % may be");
        });
        assertThat(verdicts("2024-06-29")).containsExactly("quarantine opportunities stop");
    }

    /** 29 and 30 June 2024 are a weekend. */
    @Test
    void countsTheDaysSinceTheNewestRow() throws Exception {
        lake.replace(
                CrmTables.CALENDARS,
                Stream.of(
                        new Object[] {"SK", LocalDate.parse("2024-06-29"), false, null, null},
                        new Object[] {"SK", LocalDate.parse("2024-06-30"), false, null, null}));
        rows("2024-07-01", "opportunities", 10, "2024-06-28T12:00Z");
        assertThat(judge("2024-07-01", settings("tables: { opportunities: { freshness: { at-most-days: 3 } } }")))
                .contains("freshness opportunities pass");
        assertThat(judge("2024-07-01", settings("tables: { opportunities: { freshness: { at-most-days: 2 } } }")))
                .contains("freshness opportunities block");
        assertThat(only("reason"))
                .isEqualTo("the newest row of opportunities from crm is of 2024-06-28: 3 days old, at most 2 may be");
        assertThat(judge(
                        "2024-07-01",
                        settings("tables: { opportunities: { freshness: { at-most-days: 1, calendar: SK } } }")))
                .contains("freshness opportunities pass");
        assertThat(judge("2024-07-01", GateSettings.usual())).doesNotContain("freshness opportunities pass");
    }

    @Test
    void judgesASourceByItsNewestRow() throws Exception {
        rows("2024-07-01", "opportunities", 10, "2024-06-30T12:00Z");
        rows("2024-07-01", "products", 10, "2023-01-01T12:00Z");
        assertThat(judge("2024-07-01", settings("freshness: { at-most-days: 2 }")))
                .contains("freshness opportunities pass", "freshness products pass");
        assertThat(judge("2024-07-01", settings("freshness: { at-most-days: 0 }")))
                .contains("freshness opportunities block", "freshness products block");
    }

    private void deals(String... amounts) {
        TableSpec stored = QualityTables.stored(CrmTables.OPPORTUNITIES);
        List<Object[]> rows = new ArrayList<>();
        for (String amount : amounts) {
            Map<String, Object> values = new HashMap<>();
            values.put("opportunity_id", "crm:" + rows.size());
            values.put("outcome", rows.size() % 2 == 0 ? "won" : "lost");
            values.put("amount", new BigDecimal(amount));
            values.put("_source", "crm");
            rows.add(stored.columnNames().stream().map(values::get).toArray());
        }
        lake.replace(stored, rows.stream());
    }

    private void told(String total) {
        lake.replace(
                GateTables.CONTROL_TOTALS,
                Stream.<Object[]>of(new Object[] {LocalDate.parse("2024-06-29"), "crm", "won-amount", total}));
    }

    /** Beyond 2^53 cents a double would not tell the two apart. */
    @Test
    void seesACentThatIsMissing() throws Exception {
        GateSettings settings = settings("""
                reconcile:
                  won-amount:
                    table: opportunities
                    source: crm
                    measure: sum(amount)
                    where: outcome = 'won'
                    query: select sum(amount) from deals
                """);
        deals("9007199254740993.10", "5.00", "0.01");
        told("9007199254740993.11");
        assertThat(judge("2024-06-29", settings)).containsExactly("reconciliation opportunities pass");
        told("9007199254740993.12");
        assertThat(judge("2024-06-29", settings)).containsExactly("reconciliation opportunities block");
        assertThat(only("reason"))
                .isEqualTo("sum(amount) of opportunities is 9007199254740993.11, source crm tells 9007199254740993.12"
                        + " (won-amount): 0.01 apart, at most 0 may be");
    }

    /** Answers every query with the number in it. */
    private record TellingSource() implements Source {
        @Override
        public BigDecimal total(String name, String query) {
            return new BigDecimal(query.replace("select ", ""));
        }

        @Override
        public List<Extract> extracts() {
            return List.of();
        }

        @Override
        public RawTable describe(Extract extract) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void read(Extract extract, RowSink sink) {}

        @Override
        public void close() {}
    }

    @Test
    void asksASourceOrAFileForItsTotals() throws Exception {
        Files.writeString(folder.resolve("totals.csv"), "month,deals\n2024-05,1\n2024-06,2\n");
        GateSettings settings = settings("""
                reconcile:
                  amount: { table: opportunities, source: crm, measure: sum(amount), query: select 15.03, tolerance: 0.02 }
                  deals: { table: opportunities, source: crm, file: totals.csv, column: deals }
                """);
        deals("10.00", "5.00", "0.01");
        Night night = new Night(new AsOf(LocalDate.parse("2024-06-29"), ZoneOffset.UTC), null, lake, folder);
        new ControlTotals(night, settings).read("crm", new TellingSource());
        assertThat(judge("2024-06-29", settings))
                .containsExactly("reconciliation opportunities pass", "reconciliation opportunities pass");
        deals("10.00", "5.00");
        assertThat(judge("2024-06-29", settings))
                .containsExactly("reconciliation opportunities block", "reconciliation opportunities block");
        assertThat(only("reason"))
                .contains("sum(amount) of opportunities is 15.00, source crm tells 15.03 (amount): 0.03 apart, at most"
                        + " 0.02 may be")
                .contains("count(*) of opportunities is 2, source crm tells 3 (deals): 1 apart, at most 0 may be");
    }

    @Test
    void comparesTheTotalsOfMartsWithThoseOfTheRowsBeneath() {
        deals("10.00", "5.00", "0.01");
        TableSpec mart = TableSpec.of(
                "mart",
                "won",
                "Won.",
                List.of("month"),
                Column.text("month", "Month."),
                Column.money("amount", "Amount."));
        MartTotal won = new MartTotal(
                "mart.won",
                "sum(amount)",
                "crm.opportunities",
                "sum(amount) filter (where outcome = 'won' and coalesce(closed_at < :as_of_end, true))");
        Night night = new Night(new AsOf(LocalDate.parse("2024-06-29"), ZoneOffset.UTC), null, lake, folder);
        lake.replace(
                mart,
                Stream.of(new Object[] {"a", new BigDecimal("10.00")}, new Object[] {"b", new BigDecimal("0.01")}));
        new Gates(night, GateSettings.usual()).judgeMarts(List.of(won));
        assertThat(verdicts("2024-06-29")).containsExactly("mart-totals mart.won pass");

        lake.replace(mart, Stream.<Object[]>of(new Object[] {"a", new BigDecimal("10.00")}));
        new Gates(night, GateSettings.usual()).judgeMarts(List.of(won));
        assertThat(verdicts("2024-06-29")).containsExactly("mart-totals mart.won block");
        assertThat(only("reason"))
                .isEqualTo("sum(amount) of mart.won is 10.00, of crm.opportunities 10.01: 0.01 apart");
    }

    @Test
    void refusesWhatNobodyKnows() {
        assertThatThrownBy(() -> settings("accept: { 2024-06-29: ['row-dorp:leads'], soon: ['row-drop:leads'] }"))
                .hasMessageContaining("must be a gate and a table, as row-drop:opportunities; the gates are row-drop,"
                        + " quarantine, freshness, reconciliation, mart-totals")
                .hasMessageContaining("must stand under the as-of date of a night, as 2026-05-22");
        assertThatThrownBy(() -> Acceptance.parse("row-drop:deals"))
                .hasMessageContaining("must name a clean table behind the colon");
        assertThatThrownBy(() -> settings("tables: { deals: { row-drop: { at-most: 2 } } }"))
                .hasMessageContaining("must be a clean table")
                .hasMessageContaining("must be a number from 0 to 1");
    }
}
