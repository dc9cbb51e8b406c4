package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.settings.Secret;
import org.kvartal.ingest.source.ExtractFrom.FromQuery;
import org.kvartal.ingest.source.ExtractFrom.FromTable;
import org.kvartal.ingest.source.SourcePlace.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvartal.ingest.source.Presets.read;
import static org.kvartal.ingest.source.Presets.source;
import static org.kvartal.ingest.source.Presets.table;

class JdbcSourceTest {
    private static final Path BASE = Path.of("/");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Database CRM =
            new Database(JdbcUrl.parse("jdbc:h2:mem:crm", BASE), "sa", new Secret("hunter2"), TIMEOUT);

    private Connection crm;

    @BeforeEach
    void openCrm() throws SQLException {
        crm = DriverManager.getConnection("jdbc:h2:mem:crm", "sa", "hunter2");
    }

    @AfterEach
    void closeCrm() throws SQLException {
        crm.close();
    }

    @Test
    void tellsATotalInTheTransactionOfTheRows() throws SQLException {
        given("create table DEAL (ID int primary key, AMOUNT decimal(20, 2))");
        given("insert into DEAL values (1, 90071992547409.93), (2, 0.01)");
        try (Source source = source(CRM, table("DEAL", List.of("id"), Map.of()))) {
            assertThat(source.total("amounts", "select sum(AMOUNT) from DEAL")).isEqualTo("90071992547409.94");
            assertThatThrownBy(() -> source.total("amounts", "select AMOUNT from DEAL"))
                    .isInstanceOf(UnreadableSource.class)
                    .hasMessageStartingWith("Cannot read the total amounts of source ")
                    .hasMessageEndingWith(": the query must give one number");
            assertThatThrownBy(() -> source.total("amounts", "select sum(PRICE) from DEAL"))
                    .isInstanceOf(UnreadableSource.class)
                    .hasMessageContaining("the total amounts")
                    .hasMessageContaining("PRICE");
        }
    }

    @Test
    void readsEveryTypeOrderedByKey() throws SQLException {
        given("""
                create table DEAL (ID int primary key, NAME varchar, NOTE clob, AMOUNT decimal(12, 2), FACTOR decimal(20, 6),
                  SHARE double precision, WON boolean, CLOSED date, CREATED timestamp, CHANGED timestamp with time zone,
                  UID uuid, EXTRA json, SEEN time, PHOTO binary(3), WIDE numeric(30, 0))""");
        given("insert into DEAL (ID) values (2)");
        given("""
                insert into DEAL values (1, 'Acme', 'a note', 10.50, 1.25, 0.5, true, date '2024-02-29',
                  timestamp '2024-07-01 10:00:00.123456', timestamp with time zone '2024-07-01 10:00:00+03:00',
                  '00000000-0000-0000-0000-000000000001', json '{"a":1}', time '10:00:00', X'010203', 12)""");
        CollectedRows read = new CollectedRows();
        Extract deals = table("DEAL", List.of("id"), Map.of());
        RawTable shape;
        try (Source source = source(CRM, deals)) {
            assertThat(source.check()).isEmpty();
            shape = source.describe(deals);
            source.read(deals, read);
        }

        assertThat(shape.key()).containsExactly("id");
        assertThat(shape.columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly(
                        "id INTEGER",
                        "name TEXT",
                        "note TEXT",
                        "amount MONEY",
                        "factor RATE",
                        "share NUMBER",
                        "won FLAG",
                        "closed DATE",
                        "created INSTANT",
                        "changed INSTANT",
                        "uid TEXT",
                        "extra TEXT",
                        "seen TEXT",
                        "wide INTEGER");
        assertThat(read.rejections).isEmpty();
        assertThat(read.values.get(0))
                .containsExactly(
                        1L,
                        "Acme",
                        "a note",
                        new BigDecimal("10.50"),
                        new BigDecimal("1.2500000000"),
                        0.5,
                        true,
                        LocalDate.of(2024, 2, 29),
                        OffsetDateTime.parse("2024-07-01T08:00:00.123456Z"),
                        OffsetDateTime.parse("2024-07-01T07:00:00Z"),
                        "00000000-0000-0000-0000-000000000001",
                        "{\"a\":1}",
                        "10:00:00",
                        12L);
        assertThat(read.values.get(1)).containsOnlyOnce(2L).hasSize(14);
        assertThat(read.rows).extracting(row -> row.substring(0, 1)).containsExactly("1", "2");
    }

    @Test
    void readsDeclaredTypesAndRejectsWhatIsNotOfThem() throws SQLException {
        given("create table DEAL (ID int, AMOUNT varchar, DELETED tinyint, SHARE double precision, CLOSED timestamp)");
        given("insert into DEAL values (1, '10.5', 0, 0.125, '2024-01-01 23:30:00'), (2, 'ten', 1, 1, null)");
        given("insert into DEAL values (3, '', null, 'NaN', null), (4, null, 7, null, null)");
        Map<String, ColumnType> types = Map.of(
                "Amount", ColumnType.MONEY,
                "deleted", ColumnType.FLAG,
                "id", ColumnType.ID,
                "share", ColumnType.RATE,
                "closed", ColumnType.DATE);
        CollectedRows read = read(CRM, table("DEAL", List.of("ID"), types));

        assertThat(read.values.get(0))
                .containsExactly(
                        "1", new BigDecimal("10.50"), false, new BigDecimal("0.1250000000"), LocalDate.of(2024, 1, 1));
        assertThat(read.values).hasSize(1);
        assertThat(read.findings())
                .containsExactly(
                        "DEAL:2 amount = ten type: must be an amount of at most 16 digits before the point, as 1234.50",
                        "DEAL:3 share = NaN type: must be a factor of at most 10 digits before the point, as 1.0825",
                        "DEAL:4 deleted = 7 type: must be true or false, yes or no, 1 or 0");
        assertThat(read.rejections.get(0).rowText()).isEqualTo("2, ten, 1, 1.0, ");
    }

    @Test
    void rejectsWhatTheLakeCannotHold() throws SQLException {
        given("create table DEAL (ID int, AMOUNT decimal(30, 2), WIDE numeric(38, 0), SHARE double precision,"
                + " NOTE clob)");
        given("insert into DEAL (ID, AMOUNT) values (1, 12345678901234567.00)");
        given("insert into DEAL (ID, WIDE) values (2, 9223372036854775808)");
        given("insert into DEAL (ID, SHARE) values (3, 'Infinity')");
        given("insert into DEAL (ID, NOTE) values (4, repeat('x', 1048577))");
        given("insert into DEAL (ID, NOTE) values (5, 'a' || char(0))");
        given("insert into DEAL (ID, NOTE) values (6, repeat('x', 1048576))");
        CollectedRows read = read(CRM, table("DEAL", List.of("ID"), Map.of()));

        assertThat(read.rejections)
                .extracting(finding -> finding.line() + " " + finding.column() + " " + finding.rule())
                .containsExactly("1 amount type", "2 wide type", "3 share type", "4 note length", "5 note nul");
        assertThat(read.values).extracting(row -> row[0]).containsExactly(6L);
    }

    @Test
    void readsAllTablesAsOfOneMoment() throws SQLException {
        given("create table DEAL (ID int)");
        given("create table LINE (ID int)");
        Extract deals = table("DEAL", List.of("ID"), Map.of());
        Extract lines = table("LINE", List.of("ID"), Map.of());
        CollectedRows read = new CollectedRows();
        try (Source source = source(CRM, deals, lines)) {
            source.read(deals, read);
            given("insert into DEAL values (1)");
            given("insert into LINE values (1)");
            source.read(lines, read);
        }
        assertThat(read.rows).isEmpty();
        assertThat(read(CRM, lines).rows).containsExactly("1 [1]");
    }

    @Test
    void readsAQuery() throws SQLException {
        given("create table DEAL (ID int, STAGE varchar)");
        given("insert into DEAL values (2, 'b'), (1, 'a'), (3, 'c')");
        Extract extract = new Extract(
                "early",
                new FromQuery("early", "select ID, upper(STAGE) as LABEL from DEAL where ID < 3"),
                "",
                List.of("id"),
                Map.of(),
                Presence.REQUIRED);

        assertThat(read(CRM, extract).rows).containsExactly("1 [1, A]", "2 [2, B]");
    }

    @Test
    void readsFromAFileWithoutWritingToIt(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("crm");
        try (Connection writer = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "")) {
            try (Statement statement = writer.createStatement()) {
                statement.execute("create table DEAL (ID int primary key) as select X from system_range(1, 25000)");
            }
        }
        Database database = new Database(JdbcUrl.parse("jdbc:h2:file:crm", folder), "sa", new Secret(""), TIMEOUT);
        CollectedRows read = read(database, table("DEAL", List.of("ID"), Map.of()));

        assertThat(read.rows).hasSize(25_000).startsWith("1 [1]").endsWith("25000 [25000]");
    }

    @Test
    void findsTablesByNameWhateverTheirCase() throws SQLException {
        given("create table DEAL (ID int)");
        given("create table \"Odd \"\"name\" (\"Select\" int)");
        given("insert into \"Odd \"\"name\" values (5)");
        given("create schema SALES");
        given("create table SALES.DEAL (ID int) as select 9");

        assertThat(read(CRM, table("deal", List.of("id"), Map.of())).rows).isEmpty();
        assertThat(read(CRM, table("odd \"NAME", List.of("select"), Map.of())).rows)
                .containsExactly("1 [5]");
        assertThat(read(CRM, table("sales.deal", List.of("id"), Map.of())).rows).containsExactly("1 [9]");
    }

    @Test
    void checksTablesAndColumns() throws SQLException {
        given("create table DEAL (ID int, NAME varchar)");
        given("create table TWIN (ID int, \"id\" int)");
        Extract gone = new Extract("gone", new FromTable("GONE"), "", List.of("id"), Map.of(), Presence.OPTIONAL);
        try (Source source = source(
                CRM,
                table("DEALS; drop table DEAL", List.of("id"), Map.of()),
                table("DEAL", List.of("id"), Map.of("amount", ColumnType.MONEY)),
                table("DEAL", List.of("key"), Map.of()),
                table("TWIN", List.of("id"), Map.of()),
                gone)) {
            assertThat(source.extracts()).hasSize(4).doesNotContain(gone);
            assertThat(source.check())
                    .extracting(SourceProblem::message)
                    .containsExactly(
                            "Cannot read deals of source crm: there is no table DEALS; drop table DEAL",
                            "Cannot read deals of source crm: DEAL has no column amount; it has id, name",
                            "Cannot read deals of source crm: DEAL has no column key; it has id, name",
                            "Cannot read deals of source crm: two of its columns differ only in capital letters: id, id");
        }
    }

    @Test
    void saysThatAQueryIsWrong() {
        Extract extract = new Extract(
                "early", new FromQuery("early", "select * from GONE"), "", List.of("id"), Map.of(), Presence.REQUIRED);
        try (Source source = source(CRM, extract)) {
            assertThat(source.check())
                    .extracting(SourceProblem::message)
                    .containsExactly(
                            "Cannot read early of source crm: Table \"GONE\" not found (this database is empty);"
                                    + " SQL statement:");
        }
    }

    @Test
    void saysThatADatabaseCannotBeReachedWithoutItsSecrets() {
        Extract deals = table("DEAL", List.of("id"), Map.of());
        Database wrong = new Database(JdbcUrl.parse("jdbc:h2:mem:crm", BASE), "sa", new Secret("guess"), TIMEOUT);
        Database absent =
                new Database(JdbcUrl.parse("jdbc:h2:file:/nowhere/crm", BASE), "sa", new Secret("hunter2"), TIMEOUT);

        assertThatThrownBy(() -> source(wrong, deals).check())
                .isInstanceOf(SourceUnreachable.class)
                .hasMessage("Cannot reach source crm at jdbc:h2:***: the user or the password is refused");
        assertThatThrownBy(() -> source(absent, deals).check())
                .isInstanceOf(SourceUnreachable.class)
                .hasMessage("Cannot reach source crm at jdbc:h2:***: there is no such database");
    }

    @Test
    void saysThatADatabaseWentAway() throws SQLException {
        given("create table DEAL (ID int)");
        Extract deals = table("DEAL", List.of("id"), Map.of());
        Source source = source(CRM, deals);
        source.check();
        given("shutdown immediately");

        assertThatThrownBy(() -> source.read(deals, new CollectedRows()))
                .isInstanceOf(SourceUnreachable.class)
                .hasMessageStartingWith("Cannot reach source crm at jdbc:h2:***: ");
    }

    private void given(String sql) throws SQLException {
        try (Statement statement = crm.createStatement()) {
            statement.execute(sql);
        }
    }
}
