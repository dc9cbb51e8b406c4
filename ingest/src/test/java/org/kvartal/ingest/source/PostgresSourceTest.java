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
import org.kvartal.ingest.source.ExtractFrom.FromQuery;
import org.kvartal.ingest.source.SourcePlace.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvartal.ingest.source.Presets.read;
import static org.kvartal.ingest.source.Presets.source;
import static org.kvartal.ingest.source.Presets.table;
import static org.kvartal.ingest.source.Servers.TIMEOUT;

class PostgresSourceTest {
    private static final String CLOSED = "must be a date, as 2024-12-31";

    private Connection admin;
    private Database crm;

    @BeforeEach
    void connect() throws SQLException {
        crm = Servers.postgres(Servers.postgresPort(), TIMEOUT);
        admin = Servers.postgres();
    }

    @AfterEach
    void dropTables() throws SQLException {
        given("drop table if exists deal, line");
        admin.close();
    }

    @Test
    void readsEveryType() throws SQLException {
        given("""
                create table deal (id int primary key, won bool, bits bit(3), loose numeric, amount numeric(12,2),
                  at timestamp, at_zone timestamptz, closed date, uid uuid, label jsonb, photo bytea, tags text[],
                  price money, share real, clock time, took interval, big int8, code char(5))""");
        given("""
                insert into deal values (1, true, B'101', 1.0825, 10.50, '2024-07-01 10:00:00.123456',
                  '2024-07-01 10:00:00+03', '2024-02-29', '00000000-0000-0000-0000-000000000001', '{"en_US": "New"}',
                  '\\x0102', '{a,b}', '5', 0.5, '10:00', '1 day', 9223372036854775807, 'ab')""");
        given("insert into deal (id) values (2)");
        Extract deals = table("deal", List.of("id"), Map.of());
        CollectedRows read = new CollectedRows();
        try (Source source = source(crm, deals)) {
            assertThat(source.check()).isEmpty();
            assertThat(source.describe(deals).columns())
                    .extracting(column -> column.name() + " " + column.type())
                    .containsExactly(
                            "id INTEGER",
                            "won FLAG",
                            "bits TEXT",
                            "loose RATE",
                            "amount MONEY",
                            "at INSTANT",
                            "at_zone INSTANT",
                            "closed DATE",
                            "uid TEXT",
                            "label TEXT",
                            "tags TEXT",
                            "price TEXT",
                            "share NUMBER",
                            "clock TEXT",
                            "took TEXT",
                            "big INTEGER",
                            "code TEXT");
            source.read(deals, read);
        }

        assertThat(read.rejections).isEmpty();
        assertThat(read.values.get(0))
                .containsExactly(
                        1L,
                        true,
                        "101",
                        new BigDecimal("1.0825000000"),
                        new BigDecimal("10.50"),
                        OffsetDateTime.parse("2024-07-01T08:00:00.123456Z"),
                        OffsetDateTime.parse("2024-07-01T07:00:00Z"),
                        LocalDate.of(2024, 2, 29),
                        "00000000-0000-0000-0000-000000000001",
                        "{\"en_US\": \"New\"}",
                        "{a,b}",
                        "$5.00",
                        0.5,
                        "10:00:00",
                        "1 day",
                        Long.MAX_VALUE,
                        "ab   ");
        assertThat(read.rows.get(1)).isEqualTo("2 [2" + ", null".repeat(16) + "]");
    }

    @Test
    void namesEveryExtractThatCannotBeReadAndNotOnlyTheFirst() throws SQLException {
        given("create table deal (id int primary key)");
        Extract wrong = new Extract(
                "wrong",
                new FromQuery("wrong", "select id, amount from deal"),
                "",
                List.of("id"),
                Map.of(),
                Presence.REQUIRED);
        Extract narrow = table("deal", List.of("id"), Map.of("closed", ColumnType.DATE));

        try (Source source = source(crm, wrong, narrow)) {
            assertThat(source.check())
                    .extracting(SourceProblem::toString)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("wrong", "column \"amount\" does not exist"),
                            second -> assertThat(second).contains("deal has no column closed; it has id"));
        }
    }

    @Test
    void readsEveryTypeAsAnother() throws SQLException {
        given("""
                create table deal (id int, owner int8, won bool, amount varchar, at timestamp, at_zone timestamptz,
                  closed date, share float4, address inet, label jsonb, answer smallint, price numeric(6,3))""");
        given("""
                insert into deal values (10, 7, true, '12.5', '2024-07-01 23:59:59', '2024-07-01 10:00:00.5+03',
                  '2024-02-29', 0.1, '10.0.0.1', '{"en_US": "New"}', 1, 12.125)""");
        given("insert into deal (id) values (9)");
        Map<String, ColumnType> types = Map.of(
                "id", ColumnType.ID,
                "owner", ColumnType.NUMBER,
                "won", ColumnType.TEXT,
                "amount", ColumnType.MONEY,
                "at", ColumnType.DATE,
                "closed", ColumnType.TEXT,
                "share", ColumnType.RATE,
                "answer", ColumnType.FLAG,
                "price", ColumnType.MONEY);
        CollectedRows read = read(crm, table("deal", List.of("id"), types));

        assertThat(read.rejections).isEmpty();
        assertThat(read.rows.get(0)).isEqualTo("1 [9" + ", null".repeat(11) + "]");
        assertThat(read.values.get(1))
                .containsExactly(
                        "10",
                        7.0,
                        "t",
                        new BigDecimal("12.50"),
                        LocalDate.of(2024, 7, 1),
                        OffsetDateTime.parse("2024-07-01T07:00:00.5Z"),
                        "2024-02-29",
                        new BigDecimal("0.1000000000"),
                        "10.0.0.1",
                        "{\"en_US\": \"New\"}",
                        true,
                        new BigDecimal("12.13"));
    }

    @Test
    void readsNumbersOfEverySize() throws SQLException {
        given("""
                create table deal as select * from (values
                  (1, 0::numeric, -1::int2), (2, -0.01, 32767), (3, 9999999999999999.99, -32768),
                  (4, 10000, 0), (5, 0.00005, 1)) as deal (id, amount, small)""");
        CollectedRows read = read(crm, table("deal", List.of("id"), Map.of("amount", ColumnType.MONEY)));

        assertThat(read.rows)
                .containsExactly(
                        "1 [1, 0.00, -1]",
                        "2 [2, -0.01, 32767]",
                        "3 [3, 9999999999999999.99, -32768]",
                        "4 [4, 10000.00, 0]",
                        "5 [5, 0.00, 1]");
    }

    @Test
    void canBeClosedWhenARowCouldNotBeTaken() throws SQLException {
        givenManyDeals();
        Extract deals = table("deal", List.of("id"), Map.of());
        RowSink full = new RowSink() {
            @Override
            public void row(Object[] values, String file, long line) {
                throw new IllegalStateException("The disk is full");
            }

            @Override
            public void rejected(Rejection rejection) {
                throw new AssertionError(rejection.toString());
            }
        };
        try (Source source = source(crm, deals)) {
            assertThatThrownBy(() -> source.read(deals, full)).hasMessage("The disk is full");
        }
    }

    @Test
    void rejectsWhatTheLakeCannotHold() throws SQLException {
        given(
                "create table deal (id int, amount numeric, closed date, at timestamp, at_zone timestamptz, share float8)");
        given("insert into deal (id, amount) values (1, 'NaN')");
        given("insert into deal (id, closed) values (2, 'infinity')");
        given("insert into deal (id, at) values (3, '-infinity')");
        given("insert into deal (id, at_zone) values (4, 'infinity')");
        given("insert into deal (id, share) values (5, 'Infinity')");
        given("insert into deal (id, amount) values (6, 1e17)");
        given("insert into deal (id, closed) values (7, '0044-03-15 BC')");
        CollectedRows read = read(crm, table("deal", List.of("id"), Map.of("amount", ColumnType.MONEY)));

        assertThat(read.rows).isEmpty();
        assertThat(read.rejections)
                .extracting(finding -> finding.line() + " " + finding.column() + " " + finding.rule())
                .containsExactly(
                        "1 amount type",
                        "2 closed type",
                        "3 at type",
                        "4 at_zone type",
                        "5 share type",
                        "6 amount type",
                        "7 closed type");
        assertThat(read.rejections.get(0).value()).isEqualTo("NaN");
        assertThat(read.rejections.get(1).reason()).isEqualTo(CLOSED);
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
            given("insert into deal values (1)");
            given("insert into line values (1)");
            source.read(lines, read);
        }
        assertThat(read.rows).isEmpty();
        assertThat(read(crm, lines).rows).containsExactly("1 [1]");
    }

    @Test
    void writesNothingEvenWhereItMay() throws SQLException {
        Database owner = new Database(crm.url(), "postgres", new Secret(""), TIMEOUT);
        try (JdbcSession session = JdbcSession.open(owner)) {
            assertThatThrownBy(() -> session.query("create table deal (id int)", rows -> 0))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("cannot execute CREATE TABLE in a read-only transaction");
        }
    }

    @Test
    void readsInBoundedPieces() throws SQLException {
        given("create table deal as select i as id, repeat('x', 500) as note from generate_series(1, 200000) i");
        Extract deals = table("deal", List.of("id"), Map.of());
        Rows counter = new Rows();
        try (Source source = source(crm, deals)) {
            source.read(deals, counter);
        }
        assertThat(counter.count).isEqualTo(200_000);
        assertThat(counter.last).isEqualTo(200_000L);
    }

    @Test
    void saysWhyItCannotConnect() {
        Extract deals = table("deal", List.of("id"), Map.of());
        Database wrong = new Database(crm.url(), "reader", new Secret("guess"), TIMEOUT);
        JdbcUrl elsewhere =
                JdbcUrl.parse("jdbc:postgresql://localhost:" + Servers.postgresPort() + "/none", Path.of("/"));
        Database absent = new Database(elsewhere, "reader", Servers.PASSWORD, TIMEOUT);

        assertThatThrownBy(() -> source(wrong, deals).check())
                .isInstanceOf(SourceUnreachable.class)
                .hasMessage("Cannot reach source crm at jdbc:postgresql:***: the user or the password is refused");
        assertThatThrownBy(() -> source(absent, deals).check())
                .isInstanceOf(SourceUnreachable.class)
                .hasMessage("Cannot reach source crm at jdbc:postgresql:***: there is no such database");
    }

    @Test
    void endsWhenTheConnectionIsCut() throws IOException, SQLException {
        givenManyDeals();
        try (Cutter cutter = new Cutter(Servers.postgresPort(), Cutter.Fault.CLOSES, 2_000_000, 1)) {
            Database through = Servers.postgres(cutter.port(), TIMEOUT);
            assertThatThrownBy(() -> read(through, table("deal", List.of("id"), Map.of())))
                    .isInstanceOf(SourceUnreachable.class)
                    .hasMessage("Cannot reach source crm at jdbc:postgresql:***: "
                            + "Database connection failed when reading from copy");
        }
    }

    @Test
    void endsWhenTheConnectionFallsSilent() throws IOException, SQLException {
        givenManyDeals();
        try (Cutter cutter = new Cutter(Servers.postgresPort(), Cutter.Fault.FALLS_SILENT, 2_000_000, 1)) {
            Database through = Servers.postgres(cutter.port(), Duration.ofSeconds(1));
            assertThatThrownBy(() -> read(through, table("deal", List.of("id"), Map.of())))
                    .isInstanceOf(SourceUnreachable.class)
                    .hasMessageStartingWith("Cannot reach source crm at jdbc:postgresql:***: ");
        }
    }

    @Test
    void startsAgainFromTheBeginningAfterACut() throws IOException, SQLException {
        givenManyDeals();
        try (Cutter cutter = new Cutter(Servers.postgresPort(), Cutter.Fault.CLOSES, 2_000_000, 2)) {
            Database through = Servers.postgres(cutter.port(), TIMEOUT);
            Rows rows = new Retries(3, Duration.ZERO).of(() -> {
                Rows fresh = new Rows();
                Extract deals = table("deal", List.of("id"), Map.of());
                try (Source source = source(through, deals)) {
                    source.read(deals, fresh);
                }
                return fresh;
            });
            assertThat(rows.count).isEqualTo(100_000);
        }
    }

    private void givenManyDeals() throws SQLException {
        given("create table deal as select i as id, repeat('x', 100) as note from generate_series(1, 100000) i");
    }

    private void given(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Counts rows and keeps the first value of the last one. */
    private static final class Rows implements RowSink {
        long count;
        Object last = "";

        @Override
        public void row(Object[] values, String file, long line) {
            count++;
            last = values[0];
        }

        @Override
        public void rejected(Rejection rejection) {
            throw new AssertionError(rejection.toString());
        }
    }
}
