package org.kvartal.ingest.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.kvartal.ingest.source.Servers;

/** A database on the MariaDB server of the tests, and the user that the documentation of its preset tells people to make. */
final class MariaDbFixture {
    private static final Path DOCUMENTATION = Path.of("..", "docs", "sources");
    private static final String PASSWORD = "change-me";

    private final String database;

    private MariaDbFixture(String database) {
        this.database = database;
    }

    /**
     * A new database.
     *
     * @param page of the documentation, whose first block of SQL makes the user
     * @param resources files of statements, each of which ends with its line
     */
    static MariaDbFixture of(String database, String page, String... resources) throws SQLException {
        try (Connection connection = Servers.mariaDb();
                Statement statement = connection.createStatement()) {
            statement.execute("create or replace database " + database);
            connection.setCatalog(database);
            for (String resource : resources) {
                execute(statement, resource(resource));
            }
            statement.execute("drop user if exists kvartal@localhost");
            execute(statement, userOf(page, database));
        }
        return new MariaDbFixture(database);
    }

    /** The server knows a nameless local user, who goes before users of any place. */
    private static String userOf(String page, String database) {
        String sql = read(DOCUMENTATION.resolve(page)).split("```sql\\R")[1].split("```")[0];
        return sql.replaceAll("\\bon [a-z]+\\.", "on " + database + ".")
                .replaceAll("\\b(to|create user) kvartal\\b", "$1 kvartal@localhost");
    }

    /** Changes something in the database. */
    void change(String sql) throws SQLException {
        try (Connection connection = Servers.mariaDb();
                Statement statement = connection.createStatement()) {
            connection.setCatalog(database);
            statement.execute(sql);
        }
    }

    private static void execute(Statement statement, String statements) throws SQLException {
        for (String sql : statements.split(";\\R")) {
            statement.execute(sql);
        }
    }

    /**
     * The database as the section {@code sources}.
     *
     * @param settings further lines of the source
     */
    String sources(Path home, String preset, String settings) {
        try {
            Path password = Files.writeString(home.resolve("password"), PASSWORD);
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            return """
                    sources:
                      crm:
                        preset: %s
                        url: "jdbc:mariadb://127.0.0.1:%d/%s"
                        user: kvartal
                        password: "file:%s"
                    %s
                    """.formatted(preset, Servers.mariaDbPort(), database, password, settings.indent(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String path) {
        try (InputStream in = MariaDbFixture.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("Cannot read " + path + ": no such resource on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
