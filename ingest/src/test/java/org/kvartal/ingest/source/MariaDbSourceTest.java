package org.kvartal.ingest.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
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
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.settings.Secret;
import org.kvartal.ingest.source.SourcePlace.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvartal.ingest.source.Presets.read;
import static org.kvartal.ingest.source.Presets.source;
import static org.kvartal.ingest.source.Presets.table;
import static org.kvartal.ingest.source.Servers.TIMEOUT;

class MariaDbSourceTest {
    private Connection admin;
    private Database crm;

    @BeforeEach
    void connect() throws SQLException {
        crm = Servers.mariaDb(Servers.mariaDbPort(), TIMEOUT);
        admin = Servers.mariaDb();
        given("set session sql_mode = ''");
        given("set session time_zone = '+05:00'");
    }

    @AfterEach
    void dropTables() throws SQLException {
        given("drop table if exists deal, line");
        admin.close();
    }

    @Test
    void readsEveryType() throws SQLException {
        given("""
                create table deal (id char(36) primary key, deleted tinyint(1), bits bit(1), big bigint unsigned,
                  amount decimal(26, 6), at datetime(6), changed timestamp null, closed date, extra json, photo blob,
                  founded year, share float, ratio double, clock time, stage enum('New', 'Won'), note longtext, uid uuid)
                default charset utf8mb4""");
        given("""
                insert into deal values ('a1', 1, b'1', 42, 10.5, '2024-07-01 10:00:00.123456', '2024-07-01 12:00:00',
                  '2024-02-29', '{"a":1}', x'01', 1996, 0.5, 0.25, '10:00:00', 'Won', 'Škoda 🚗',
                  '00000000-0000-0000-0000-000000000001')""");
        given("insert into deal (id, closed, at) values ('a2', '0000-00-00', '0000-00-00 00:00:00')");
        Extract deals = table("deal", List.of("id"), Map.of("amount", ColumnType.MONEY));
        CollectedRows read = new CollectedRows();
        try (Source source = source(crm, deals)) {
            assertThat(source.check()).isEmpty();
            assertThat(source.describe(deals).columns())
                    .extracting(column -> column.name() + " " + column.type())
                    .containsExactly(
                            "id TEXT",
                            "deleted INTEGER",
                            "bits FLAG",
                            "big INTEGER",
                            "amount MONEY",
                            "at INSTANT",
                            "changed INSTANT",
                            "closed DATE",
                            "extra TEXT",
                            "founded INTEGER",
                            "share NUMBER",
                            "ratio NUMBER",
                            "clock TEXT",
                            "stage TEXT",
                            "note TEXT",
                            "uid TEXT");
            source.read(deals, read);
        }

        assertThat(read.rejections).isEmpty();
        assertThat(read.values.get(0))
                .containsExactly(
                        "a1",
                        1L,
                        true,
                        42L,
                        new BigDecimal("10.50"),
                        OffsetDateTime.parse("2024-07-01T08:00:00.123456Z"),
                        OffsetDateTime.parse("2024-07-01T07:00:00Z"),
                        LocalDate.of(2024, 2, 29),
                        "{\"a\":1}",
                        1996L,
                        0.5,
                        0.25,
                        "10:00:00",
                        "Won",
                        "Škoda 🚗",
                        "00000000-0000-0000-0000-000000000001");
        assertThat(read.rows.get(1)).isEqualTo("2 [a2" + ", null".repeat(15) + "]");
    }

    @Test
    void rejectsWhatTheLakeCannotHold() throws SQLException {
        given("create table deal (id int, big bigint unsigned, closed date, at datetime)");
        given("insert into deal (id, big) values (1, 18446744073709551615)");
        given("insert into deal (id, closed) values (2, '2024-00-00')");
        given("insert into deal (id, at) values (3, '2024-02-00 10:00:00')");
        CollectedRows read = read(crm, table("deal", List.of("id"), Map.of()));

        assertThat(read.rows).isEmpty();
        assertThat(read.rejections)
                .extracting(finding -> finding.line() + " " + finding.column() + " = " + finding.value())
                .containsExactly("1 big = 18446744073709551615", "2 closed = 2024-00-00", "3 at = 2024-02-00 10:00:00");
    }

    @Test
    void readsAllTablesAsOfOneMoment() throws SQLException {
        given("create table deal (id int)");
        given("create table line (id int)");
        Extract deals = table("deal", List.of("id"), Map.of());
        Extract lines = table("line", List.of("id"), Map.of());
        CollectedRows read = new CollectedRows();
        try (Source source = source(crm, deals, lines)) {
            source.read(deals, read);
            given("insert into line values (1)");
            source.read(lines, read);
        }
        assertThat(read.rows).isEmpty();
        assertThat(read(crm, lines).rows).containsExactly("1 [1]");
    }

    @Test
    void writesNothingEvenWhereItMay() throws SQLException {
        given("create table deal (id int)");
        try (JdbcSession session = JdbcSession.open(crm)) {
            assertThatThrownBy(() -> session.query("insert into deal values (1) returning id", rows -> 0))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("READ ONLY transaction");
        }
    }

    @Test
    void readsManyRowsAndComesBackAfterACut() throws IOException, SQLException {
        given("create table deal as select seq as id, repeat('x', 100) as note from seq_1_to_100000");
        Extract deals = table("deal", List.of("id"), Map.of());
        try (Cutter cutter = new Cutter(Servers.mariaDbPort(), Cutter.Fault.CLOSES, 2_000_000, 1)) {
            Database through = Servers.mariaDb(cutter.port(), TIMEOUT);
            assertThatThrownBy(() -> read(through, deals))
                    .isInstanceOf(SourceUnreachable.class)
                    .hasMessageStartingWith("Cannot reach source crm at jdbc:mariadb:***: ");
            assertThat(read(through, deals).rows).hasSize(100_000);
        }
    }

    @Test
    void endsWhenTheConnectionFallsSilent() throws IOException, SQLException {
        given("create table deal as select seq as id, repeat('x', 100) as note from seq_1_to_100000");
        try (Cutter cutter = new Cutter(Servers.mariaDbPort(), Cutter.Fault.FALLS_SILENT, 2_000_000, 1)) {
            Database through = Servers.mariaDb(cutter.port(), Duration.ofSeconds(1));
            assertThatThrownBy(() -> read(through, table("deal", List.of("id"), Map.of())))
                    .isInstanceOf(SourceUnreachable.class)
                    .hasMessageStartingWith("Cannot reach source crm at jdbc:mariadb:***: ");
        }
    }

    @Test
    void saysWhyItCannotConnect() {
        Extract deals = table("deal", List.of("id"), Map.of());
        Database wrong = new Database(crm.url(), "reader", new Secret("guess"), TIMEOUT);
        JdbcUrl elsewhere = JdbcUrl.parse("jdbc:mariadb://127.0.0.1:" + Servers.mariaDbPort() + "/none", Path.of("/"));
        Database absent = new Database(elsewhere, "reader", Servers.PASSWORD, TIMEOUT);

        assertThatThrownBy(() -> source(wrong, deals).check())
                .isInstanceOf(SourceUnreachable.class)
                .hasMessage("Cannot reach source crm at jdbc:mariadb:***: the user or the password is refused");
        assertThatThrownBy(() -> source(absent, deals).check())
                .isInstanceOf(SourceUnreachable.class)
                .hasMessage("Cannot reach source crm at jdbc:mariadb:***: there is no such database");
    }

    private void given(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
