package org.kvartal.ingest.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.source.PresetFolders;
import org.kvartal.ingest.source.Source;
import org.kvartal.ingest.source.SourceProblem;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.source.Sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nights over one table of a database, in which 100 deals were changed on 1 May. */
class ExtractionTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final String PRESET = """
            kind: jdbc
            zone: Europe/Prague
            extract:
              deal: { table: DEAL, key: [id], changed: changed_at, columns: { amount: money } }
              note: { table: NOTE, key: [id], optional: true }
            """;

    @TempDir
    Path folder;

    private Connection admin;
    private Lake lake;

    @BeforeEach
    void open() throws SQLException {
        admin = DriverManager.getConnection("jdbc:h2:mem:increments;DB_CLOSE_DELAY=-1", "sa", "");
        given("create table DEAL (ID int primary key, AMOUNT decimal(10,2), CHANGED_AT timestamp)");
        given("insert into DEAL select X, X, timestamp '2024-05-01 12:00:00' from system_range(1, 100)");
        lake = Lake.open(folder.resolve("lake"));
    }

    @AfterEach
    void close() throws SQLException {
        lake.close();
        given("shutdown");
        admin.close();
    }

    @Test
    void readsOnlyWhatHasChangedAndIsGone() throws SQLException {
        night("2024-05-01");
        given("update DEAL set AMOUNT = 500, CHANGED_AT = timestamp '2024-05-02 09:00:00' where ID = 7");
        given("insert into DEAL values (101, 9, timestamp '2024-05-02 10:00:00'), (102, 8, null)");
        given("delete from DEAL where ID in (1, 2)");
        night("2024-05-02");

        assertThat(receipt("2024-05-02"))
                .isEqualTo("increment read 100 stored 100 changed 3 gone 2 until 2024-05-02T08:00Z");
        assertThat(deals()).hasSize(100).contains("7=500.00", "101=9.00", "102=8.00", "3=3.00");
        assertThat(deals()).doesNotContain("1=1.00", "2=2.00", "7=7.00");
        assertThat(nightsOf("7=500.00", "3=3.00")).containsExactly("3=3.00 2024-05-01", "7=500.00 2024-05-02");
    }

    @Test
    void findsNothingNewWhenNothingHasChanged() {
        night("2024-05-01");
        night("2024-05-02");

        assertThat(receipt("2024-05-02"))
                .isEqualTo("increment read 100 stored 100 changed 0 gone 0 until 2024-05-01T10:00Z");
    }

    @Test
    void readsAgainWhatMayHaveBeenCommittedLate() throws SQLException {
        night("2024-05-01");
        given("update DEAL set AMOUNT = 500, CHANGED_AT = timestamp '2024-04-29 13:00:00' where ID = 7");
        given("update DEAL set AMOUNT = 600, CHANGED_AT = timestamp '2024-05-01 12:00:00' where ID = 8");
        night("2024-05-02");

        assertThat(receipt("2024-05-02")).startsWith("increment read 100 stored 100 changed 2");
        assertThat(deals()).contains("7=500.00", "8=600.00");
    }

    @Test
    void readsEverythingWhenARowComesWithATimeFromLongAgo() throws SQLException {
        night("2024-05-01");
        given("insert into DEAL values (101, 9, timestamp '2019-01-01 00:00:00')");
        night("2024-05-02");

        assertThat(receipt("2024-05-02")).startsWith("full read 101 stored 101 changed 1");
        assertThat(deals()).contains("101=9.00");
    }

    @Test
    void doesNotLetAWrongClockHideLaterChanges() throws SQLException {
        given("update DEAL set CHANGED_AT = timestamp '2099-01-01 00:00:00' where ID = 1");
        night("2024-05-01");
        given("update DEAL set AMOUNT = 500, CHANGED_AT = timestamp '2024-05-02 09:00:00' where ID = 7");
        night("2024-05-02");

        assertThat(receipt("2024-05-02")).startsWith("increment read 100 stored 100 changed 1 gone 0");
        assertThat(deals()).contains("7=500.00");
    }

    @Test
    void stopsWhenManyRowsAreGone() throws SQLException {
        night("2024-05-01");
        given("delete from DEAL where ID <= 11");

        assertThatThrownBy(() -> night("2024-05-02"))
                .hasMessage(
                        "Cannot read deal of source crm: 11 of its 100 rows are gone since the night before; if that"
                                + " is right, raise sources.crm.gone-at-most from 0.05");
        assertThat(deals()).hasSize(100);
    }

    @Test
    void stopsWhenAColumnIsGoneOrHoldsLess() throws SQLException {
        given("alter table DEAL add NOTE varchar");
        given("alter table DEAL add SIZE decimal(12, 4)");
        night("2024-05-01");
        given("alter table DEAL alter column NOTE rename to REMARK");
        given("alter table DEAL alter column SIZE int");

        String remedy = "; mend the source, or take it as it is with sources.crm.schema: accept";
        assertThat(drift())
                .containsExactlyInAnyOrder(
                        "Cannot read deal of source crm: column note is gone or renamed since the night before"
                                + remedy,
                        "Cannot read deal of source crm: column size was decimal(20, 10) and is now long" + remedy);
    }

    @Test
    void missesATableOnceAndNotOnceItsAbsenceIsTaken() throws SQLException {
        given("create table NOTE (ID int primary key)");
        night("2024-05-01");
        given("drop table NOTE");
        assertThat(drift())
                .containsExactly("Cannot read note of source crm: it is gone, and was there before; mend the source,"
                        + " or take it as it is with sources.crm.schema: accept");
        night("2024-05-02");

        assertThat(drift()).isEmpty();
    }

    @Test
    void takesColumnsThatAreNewOrHoldMore() throws SQLException {
        given("alter table DEAL add SIZE int default 3");
        night("2024-05-01");
        given("alter table DEAL alter column SIZE decimal(12, 4)");
        given("alter table DEAL add REMARK varchar default 'new'");
        assertThat(drift()).isEmpty();
        night("2024-05-02");

        assertThat(receipt("2024-05-02")).startsWith("full read 100 stored 100 changed 100");
        assertThat(rows().get(0).getField("remark")).isEqualTo("new");
    }

    /** A night that is published, as of the end of a day. */
    private void night(String day) {
        lake.startNight();
        LocalDate date = LocalDate.parse(day);
        SourceSettings settings = settings();
        try (Source source = Sources.open(settings)) {
            new Extraction(lake, new AsOf(date, ZONE), "crm", settings.changes()).run(source);
        }
        lake.publishNight(date);
    }

    private List<String> drift() {
        try (Source source = Sources.open(settings())) {
            return new SchemaDrift(lake, "crm")
                    .of(source).stream().map(SourceProblem::message).toList();
        }
    }

    private SourceSettings settings() {
        try {
            Path preset = Files.createDirectories(folder.resolve("sources/tiny"));
            Files.writeString(preset.resolve("source.yaml"), PRESET);
            Path config = Files.writeString(
                    folder.resolve("kvartal.yaml"),
                    "sources:\n  crm: { preset: tiny, url: \"jdbc:h2:mem:increments\", user: sa }\n");
            ConfigFile file = ConfigFile.read(config, new Surroundings(Map.of(), folder, Map.of()));
            List<SourceSettings> all =
                    SourceSettings.readAll(file.root(), new PresetFolders(List.of(folder.resolve("sources"))));
            file.problems().throwIfAny();
            return all.get(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String receipt(String day) {
        Record row = lake.rows(QualityTables.EXTRACTIONS, Expressions.equal("night", day))
                .get(0);
        return "%s read %s stored %s changed %s gone %s until %s"
                .formatted(
                        row.getField("mode"),
                        row.getField("read_count"),
                        row.getField("stored_count"),
                        row.getField("changed_count"),
                        row.getField("gone_count"),
                        row.getField("watermark"));
    }

    private List<Record> rows() {
        TableSpec raw = RawTables.of("crm", "deal", List.<Column>of());
        try (Source source = Sources.open(settings())) {
            raw = RawTables.of(
                    "crm", "deal", source.describe(source.extracts().get(0)).columns());
        }
        return lake.rows(raw);
    }

    private List<String> deals() {
        return rows().stream().map(ExtractionTest::deal).sorted().toList();
    }

    private static String deal(Record row) {
        return row.getField("id") + "=" + row.getField("amount");
    }

    private List<String> nightsOf(String... deals) {
        return rows().stream()
                .filter(row -> List.of(deals).contains(deal(row)))
                .map(row -> deal(row) + " " + row.getField(RawTables.NIGHT_OF))
                .sorted()
                .toList();
    }

    private void given(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
