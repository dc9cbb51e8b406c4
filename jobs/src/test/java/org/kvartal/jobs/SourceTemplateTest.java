package org.kvartal.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.jobs.TinyProject.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** The preset in docs/sources/template: copied, configured and run on the CRM that it was invented for. */
class SourceTemplateTest {
    private static final Path HOME = Path.of("..");

    private static final String ACME = """
            create table company (id varchar, name varchar, country varchar, deleted int);
            insert into company values
                ('C1', 'Mill', 'CZ', 0),
                ('C2', 'Harbour', 'DE', 0),
                ('C3', 'Nobody', 'DE', 1);
            create table deal (
                id int, title varchar, company_id varchar, seller varchar, state varchar, amount decimal(12, 2),
                currency varchar, created timestamp, closed timestamp, promised date, reason_id int, deleted int,
                modified timestamp);
            insert into deal values
                (1, 'Press', 'C1', 'eva', 'Won', 1200.50, 'EUR', '2026-01-10 09:00:00', '2026-02-20 15:30:00',
                 '2026-02-28', null, 0, '2026-02-20 15:30:00'),
                (2, 'Parts', 'C1', 'eva', 'Lost', 300.00, 'eur', '2026-01-11 09:00:00', '2026-02-21 08:00:00',
                 '2026-02-28', 7, 0, '2026-02-21 08:00:00'),
                (3, 'Service', 'C2', 'jan', 'Offer', 80.00, null, '2026-03-01 09:00:00', null,
                 '2026-04-30', null, 0, '2026-03-01 09:00:00'),
                (4, 'Won in April', 'C2', 'jan', 'Won', 90.00, 'EUR', '2026-03-02 09:00:00', '2026-04-01 09:00:00',
                 '2026-04-30', null, 0, '2026-04-01 09:00:00'),
                (5, 'Deleted', 'C2', 'jan', 'New', 1.00, 'EUR', '2026-03-03 09:00:00', null,
                 null, null, 1, '2026-03-03 09:00:00'),
                (6, 'Odd', 'C2', 'jan', 'Paused', 2.00, 'EUR', '2026-03-04 09:00:00', null,
                 null, null, 0, '2026-03-04 09:00:00'),
                (7, 'From April', 'C2', 'jan', 'New', 3.00, 'EUR', '2026-04-01 09:00:00', null,
                 null, null, 0, '2026-04-01 09:00:00');
            create table reason (id int, label varchar);
            insert into reason values (7, 'Price');
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void prepare() throws IOException, SQLException {
        System.setProperty("kvartal.home", HOME.toString());
        Path preset = Files.createDirectories(folder.resolve("conf/sources/acme"));
        try (Stream<Path> files = Files.list(HOME.resolve("docs/sources/template"))) {
            for (Path file : files.toList()) {
                Files.copy(file, preset.resolve(file.getFileName()));
            }
        }
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("acme"), "kvartal", "secret");
                Statement statement = connection.createStatement()) {
            statement.execute(ACME);
        }
        assertThat(TinyProject.run(
                                "init",
                                "--preset",
                                "acme",
                                "--dir",
                                folder.resolve("conf").toString())
                        .exitCode())
                .isZero();
    }

    @AfterAll
    static void forgetWhereKvartalIs() {
        System.clearProperty("kvartal.home");
    }

    /** Runs a verb on the configuration that init has written, with the address and password of this database. */
    private static Outcome acme(String verb, String... options) {
        List<String> args = new ArrayList<>(List.of(
                verb,
                "--config",
                folder.resolve("conf/kvartal.yaml").toString(),
                "--set",
                "sources.crm.url=jdbc:h2:file:" + folder.resolve("acme"),
                "--set",
                "sources.crm.password=file:" + folder.resolve("password"),
                "--set",
                "publication.pseudonym-key=file:" + folder.resolve("password")));
        args.addAll(List.of(options));
        return TinyProject.run(args.toArray(String[]::new));
    }

    private static String query(String sql) {
        return TinyProject.run("query", "--out", folder.resolve("out").toString(), "--format", "csv", sql)
                .out();
    }

    @Test
    void makesCleanTablesOfAnInventedCrm() {
        Outcome doctor = acme("doctor");
        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
        assertThat(doctor.out()).contains("ok    source crm, 3 tables");

        Outcome night = acme("run", "--as-of", "2026-03-31");
        assertThat(night.exitCode()).as(night.err()).isEqualTo(1);
        assertThat(query("select opportunity_id, name, account_id, stage, outcome, amount, currency,"
                        + " lost_reason, created_at, closed_at, expected_close_date from crm.opportunities order by 1"))
                .isEqualTo("""
                        opportunity_id,name,account_id,stage,outcome,amount,currency,lost_reason,created_at,\
                        closed_at,expected_close_date
                        crm:1,Press,crm:C1,Won,won,1200.50,EUR,,2026-01-10T08:00:00Z,2026-02-20T14:30:00Z,\
                        2026-02-28
                        crm:2,Parts,crm:C1,Lost,lost,300.00,EUR,Price,2026-01-11T08:00:00Z,\
                        2026-02-21T07:00:00Z,2026-02-28
                        crm:3,Service,crm:C2,Offer,open,80.00,EUR,,2026-03-01T08:00:00Z,,2026-04-30
                        crm:4,Won in April,crm:C2,Offer,open,90.00,EUR,,2026-03-02T08:00:00Z,,2026-04-30
                        """);
        assertThat(query("select account_id, name, country from crm.accounts order by 1"))
                .isEqualTo("""
                account_id,name,country
                crm:C1,Mill,CZ
                crm:C2,Harbour,DE
                """);
        assertThat(query("select \"table\", rule, filtered_count from quality.filters order by 1, 2"))
                .isEqualTo("""
                table,rule,filtered_count
                accounts,soft-deleted,1
                opportunities,after-as-of,1
                opportunities,soft-deleted,1
                """);
        assertThat(TinyProject.run(
                                "check",
                                "--out",
                                folder.resolve("out").toString(),
                                "--format",
                                "csv",
                                "--table",
                                "opportunities")
                        .out())
                .isEqualTo("""
                        table,rule,severity,key,column,value,reason,source,file,line
                        opportunities,allowed,quarantine,crm:6,outcome,Paused,"outcome is not one of won, lost, open",\
                        crm,deal,
                        opportunities,currency-code,warning,crm:2,,,repaired by the mapping of the preset,crm,deal,
                        """);
    }

    @Test
    void refusesADatabaseThatLacksWhatThePresetDeclares() throws SQLException {
        Path other = folder.resolve("other");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + other, "kvartal", "secret");
                Statement statement = connection.createStatement()) {
            statement.execute(ACME.replace("promised date", "promise date"));
        }

        assertThat(acme("doctor", "--set", "sources.crm.url=jdbc:h2:file:" + other)
                        .out())
                .contains("FAIL  Cannot read deal of source crm: deal has no column promised; it has id, title,");
    }
}
