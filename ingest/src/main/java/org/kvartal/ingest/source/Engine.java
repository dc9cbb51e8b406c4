package org.kvartal.ingest.source;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The databases that can be read, each with its driver and what a URL may say to it. Whatever is not listed is
 * refused: among the properties of drivers are some that run code or read files.
 */
enum Engine {
    H2(new UrlForm(
            "jdbc:h2:file:PATH or jdbc:h2:mem:NAME",
            Pattern.compile("file:[^:;?\\p{Cntrl}]+|mem:[A-Za-z0-9_]+"),
            ";",
            ";",
            Set.of("SCHEMA"))) {
        @Override
        Driver driver() {
            return new org.h2.Driver();
        }

        /** Opens only what exists, and never writes to it. */
        @Override
        Map<String, String> properties(Duration timeout) {
            return Map.of("IFEXISTS", "TRUE", "ACCESS_MODE_DATA", "r");
        }

        /** In H2 repeatable reads may still see rows that others add. */
        @Override
        int snapshotIsolation() {
            return org.h2.engine.Constants.TRANSACTION_SNAPSHOT;
        }
    },

    POSTGRESQL(network("postgresql", Set.of("sslmode", "sslrootcert", "currentSchema"))) {
        @Override
        Driver driver() {
            return new org.postgresql.Driver();
        }

        @Override
        Map<String, String> properties(Duration timeout) {
            return Map.of(
                    "connectTimeout", String.valueOf(CONNECT_TIMEOUT.toSeconds()),
                    "socketTimeout", String.valueOf(timeout.toSeconds()),
                    "ApplicationName", "kvartal");
        }

        @Override
        Map<String, String> propertiesOfDistance() {
            return Map.of("sslmode", "verify-full");
        }

        @Override
        boolean copiesOut() {
            return true;
        }

        @Override
        int sqlType(int reported, String typeName) {
            return switch (typeName) {
                case "timestamptz" -> Types.TIMESTAMP_WITH_TIMEZONE;
                // Comes as "$1,234.50", in the way of the server's country.
                case "money", "bit", "varbit" -> Types.VARCHAR;
                default -> reported;
            };
        }
    },

    /** Also reads MySQL. */
    MARIADB(network("mariadb", Set.of("sslMode", "serverSslCert"))) {
        @Override
        Driver driver() {
            return new org.mariadb.jdbc.Driver();
        }

        @Override
        Map<String, String> properties(Duration timeout) {
            return Map.of(
                    "connectTimeout", String.valueOf(CONNECT_TIMEOUT.toMillis()),
                    "socketTimeout", String.valueOf(timeout.toMillis()),
                    "allowLocalInfile", "false",
                    "allowMultiQueries", "false",
                    "tinyInt1isBit", "false",
                    "yearIsDateType", "false");
        }

        @Override
        Map<String, String> propertiesOfDistance() {
            return Map.of("sslMode", "verify-full");
        }

        /** Columns of type TIMESTAMP are kept in UTC and shown in the zone of the session. */
        @Override
        List<String> preparations() {
            return List.of("set session time_zone = '+00:00'");
        }

        /** The session is in UTC, and so are the columns that have a zone. */
        @Override
        String literal(int sqlType, OffsetDateTime time, ZoneId zone) {
            ZoneId meant = sqlType == Types.TIMESTAMP ? zone : ZoneOffset.UTC;
            return "timestamp '" + LITERAL.format(time.atZoneSameInstant(meant)) + "'";
        }

        @Override
        String clockSql() {
            return "select unix_timestamp()";
        }

        @Override
        int sqlType(int reported, String typeName) {
            return switch (typeName) {
                case "TIMESTAMP" -> Types.TIMESTAMP_WITH_TIMEZONE;
                case "BIGINT UNSIGNED" -> Types.NUMERIC;
                default -> reported;
            };
        }
    };

    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final UrlForm form;

    Engine(UrlForm form) {
        this.form = form;
    }

    private static UrlForm network(String name, Set<String> properties) {
        String host = "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])";
        return new UrlForm(
                "jdbc:" + name + "://HOST:PORT/DATABASE",
                Pattern.compile("//" + host + "(:[0-9]{1,5})?/[A-Za-z0-9_$.-]+"),
                "?",
                "&",
                properties);
    }

    static Optional<Engine> ofUrl(String url) {
        return Arrays.stream(values())
                .filter(engine -> url.startsWith(engine.form.prefix()))
                .findFirst();
    }

    UrlForm form() {
        return form;
    }

    abstract Driver driver();

    /**
     * What the driver is always told.
     *
     * @param timeout how long an answer of the database may take
     */
    abstract Map<String, String> properties(Duration timeout);

    /** What the driver is told of a database on another machine, unless the URL says otherwise. */
    Map<String, String> propertiesOfDistance() {
        return Map.of();
    }

    /** Statements that a session begins with. */
    List<String> preparations() {
        return List.of();
    }

    /** A point in time as SQL writes it for comparison with a column. */
    String literal(int sqlType, OffsetDateTime time, ZoneId zone) {
        return sqlType == Types.TIMESTAMP
                ? "timestamp '" + LITERAL.format(time.atZoneSameInstant(zone)) + "'"
                : "timestamp with time zone '" + LITERAL.format(time.withOffsetSameInstant(ZoneOffset.UTC)) + "+00'";
    }

    /** Asks for the seconds since 1970 by the clock of the database. */
    String clockSql() {
        return "select extract(epoch from current_timestamp)";
    }

    /** The isolation level of JDBC in which all tables are read as of one moment. */
    int snapshotIsolation() {
        return Connection.TRANSACTION_REPEATABLE_READ;
    }

    /** Whether tables are copied out in binary, which costs less than a result does. */
    boolean copiesOut() {
        return false;
    }

    /** The type of {@link Types} that a column should have been reported with. */
    int sqlType(int reported, String typeName) {
        return reported;
    }
}
