package org.kvartal.reports.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The datasets of one release, read with SQL: {@code crm.opportunities}, {@code mart.bookings_by_month}. Read-only, and
 * no statement reaches any file but these.
 */
public final class Datasets implements AutoCloseable {
    private final Connection connection;
    private volatile @Nullable Statement running;
    private volatile boolean stopped;

    private Datasets(Connection connection) {
        this.connection = connection;
    }

    /** @param data folder with one folder for each namespace and, in it, one of Parquet files for each table */
    public static Datasets open(Path data) {
        return open(Map.of("", data), ZoneOffset.UTC);
    }

    /**
     * The same for statements of anybody: none takes more memory than that, or writes to disk what does not fit in it.
     *
     * @param memory as {@code 1GB}
     */
    public static Datasets open(Path data, String memory) {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", memory);
        properties.setProperty("temp_directory", "");
        return open(Map.of("", data), ZoneOffset.UTC, List.of(), properties);
    }

    /**
     * Several releases side by side.
     *
     * @param releases data folders by what their namespaces begin with: {@code before_} gives {@code before_crm.users}
     * @param zone where a day begins and ends
     */
    public static Datasets open(Map<String, Path> releases, ZoneId zone) {
        return open(releases, zone, List.of(), new Properties());
    }

    private static Datasets open(Map<String, Path> releases, ZoneId zone, List<Path> writable, Properties properties) {
        try {
            Datasets datasets = new Datasets(DriverManager.getConnection("jdbc:duckdb:", properties));
            datasets.expose(releases, zone, writable);
            return datasets;
        } catch (SQLException e) {
            throw new DataUnreadable("Cannot open the datasets in " + releases.values() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot open the datasets in " + releases.values() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes the rows of a query to a file, which is there whole or not at all; an earlier one is replaced.
     *
     * @param data as {@link #open(Path)} takes it
     * @param file CSV unless its name ends in {@code .parquet}
     */
    public static void copy(Path data, String sql, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path unfinished = absolute.resolveSibling(absolute.getFileName() + ".unfinished");
        String format = file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet") ? "parquet" : "csv, header";
        try {
            Files.createDirectories(absolute.getParent());
            try (Datasets datasets = open(Map.of("", data), ZoneOffset.UTC, List.of(unfinished), new Properties());
                    Statement statement = datasets.connection.createStatement()) {
                datasets.requireOneQuery(sql);
                statement.execute(
                        "copy (" + sql + ") to " + literal(unfinished.toString()) + " (format " + format + ")");
            }
            Files.move(unfinished, absolute, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException e) {
            throw unreadable(sql, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The tables of a release without their rows, for tests that give rows of their own. */
    public static Datasets withoutRows(Path data) {
        Datasets datasets = open(data);
        try (Statement statement = datasets.connection.createStatement()) {
            expose("", data.toRealPath(), " where false", statement);
            return datasets;
        } catch (SQLException e) {
            throw new DataUnreadable("Cannot open the datasets in " + data + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the datasets in " + data + ": " + e.getMessage(), e);
        }
    }

    /**
     * Gives a table these rows and no others; columns that are not named have no value.
     *
     * @param rows values as text, each cast to the type of its column; empty for no value
     */
    public void give(String table, List<String> named, List<List<String>> rows) {
        List<String> columns = new ArrayList<>();
        query("select column_name, column_type from (describe select * from " + table + ")", found -> {
            while (found.next()) {
                String name = found.getString(1);
                String value = named.contains(name) ? "given." + identifier(name) : "null";
                columns.add("cast(" + value + " as " + found.getString(2) + ") as " + identifier(name));
            }
        });
        String values = rows.stream()
                .map(row -> row.stream()
                        .map(value -> value.isEmpty() ? "null" : literal(value))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        String names = named.stream().map(Datasets::identifier).collect(Collectors.joining(", "));
        String sql = "create or replace view " + table + " as select " + String.join(", ", columns) + " from (values "
                + values + ") as given(" + names + ")";
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.executeQuery("select * from " + table).close();
        } catch (SQLException e) {
            throw unreadable(sql, e);
        }
    }

    private void expose(Map<String, Path> releases, ZoneId zone, List<Path> writable) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set TimeZone = " + literal(named(zone)));
            statement.execute("set allowed_paths = ["
                    + writable.stream().map(path -> literal(path.toString())).collect(Collectors.joining(", ")) + "]");
            List<String> allowed = new ArrayList<>();
            for (Path data : releases.values()) {
                allowed.add(literal(data.toRealPath().toString()));
            }
            statement.execute("set allowed_directories = [" + String.join(", ", allowed) + "]");
            statement.execute("set enable_external_access = false");
            for (Map.Entry<String, Path> release : releases.entrySet()) {
                expose(release.getKey(), release.getValue().toRealPath(), "", statement);
            }
            statement.execute("set lock_configuration = true");
        }
    }

    private static void expose(String prefix, Path data, String condition, Statement statement)
            throws SQLException, IOException {
        for (Path namespace : folders(data)) {
            String schema = identifier(prefix + namespace.getFileName());
            statement.execute("create schema if not exists " + schema);
            for (Path table : folders(namespace)) {
                statement.execute("create or replace view " + schema + "."
                        + identifier(table.getFileName().toString()) + " as select * from read_parquet("
                        + literal(table.resolve("*.parquet").toString()) + ")" + condition);
            }
        }
    }

    /** Names the rows of a query, as {@code previous.opportunities}; nothing is stored. */
    public void define(String view, String sql) {
        requireOneQuery(sql);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + view.substring(0, view.indexOf('.')));
            statement.execute("create view " + view + " as " + sql);
        } catch (SQLException e) {
            throw unreadable(sql, e);
        }
    }

    /** Gives the parameter of a mart, {@code :as_of_end}, its value for the definitions that follow. */
    public void let(String parameter, Instant value) {
        String sql = "set variable " + parameter + " = timestamptz " + literal(value.toString());
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw unreadable(sql, e);
        }
    }

    /** DuckDB does not know the letter that Java has for UTC. */
    private static String named(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** Hidden folders are other programs' own, as the checkpoints of notebooks. */
    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The rows of a query, in its order. Decimals become doubles: for charts and arrangement, not for sums of money. */
    public Table table(String name, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return Table.read().db(rows, name);
        } catch (SQLException e) {
            throw unreadable(sql, e);
        }
    }

    /** The values of the only row of a query. */
    public Object[] row(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new DataUnreadable("Cannot read one row: none in " + sql, null);
            }
            Object[] values = new Object[rows.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.getObject(i + 1);
            }
            return values;
        } catch (SQLException e) {
            throw unreadable(sql, e);
        }
    }

    /** Hands every row of any query to a printer, first the result's columns. */
    public void query(String sql, RowPrinter printer) {
        query(sql, List.of(), printer);
    }

    /**
     * The same of a query with parameters.
     *
     * @param parameters one for each {@code ?}, in their order
     */
    public void query(String sql, List<String> parameters, RowPrinter printer) {
        requireOneQuery(sql);
        execute(sql, sql, parameters, printer);
    }

    /**
     * The same of no more than so many rows; others are not computed as far as that can be helped. Streaming them instead
     * would lose errors: the driver takes one in a later part for the end.
     */
    public void query(String sql, int mostRows, RowPrinter printer) {
        requireOneQuery(sql);
        execute(sql, "select * from query(" + literal(sql) + ") limit " + mostRows, List.of(), printer);
    }

    private void execute(String sql, String executed, List<String> parameters, RowPrinter printer) {
        try (PreparedStatement statement = connection.prepareStatement(executed)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            running = statement;
            print(statement, printer);
        } catch (SQLException e) {
            throw unreadable(sql, e);
        } finally {
            running = null;
        }
    }

    private void print(PreparedStatement statement, RowPrinter printer) throws SQLException {
        if (stopped) {
            throw new SQLException("stopped before it began");
        }
        try (ResultSet rows = statement.executeQuery()) {
            printer.print(rows);
        }
    }

    /**
     * Ends the query that another thread is running, and refuses later ones. A query that is just about to begin may miss
     * it: whoever waits for the end asks again.
     */
    public void stop() {
        stopped = true;
        Statement statement = running;
        if (statement == null) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            throw new DataUnreadable("Cannot stop a query: " + e.getMessage(), e);
        }
    }

    /** The names that the only column of a query gives. */
    public List<String> names(String sql) {
        return names(sql, List.of());
    }

    /** The same of a query with parameters. */
    public List<String> names(String sql, List<String> parameters) {
        List<String> names = new ArrayList<>();
        query(sql, parameters, rows -> {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        });
        return names;
    }

    /** Other statements than queries could write; DuckDB itself serialises queries and nothing else. */
    private void requireOneQuery(String sql) {
        Object[] parsed = row("select j.error, coalesce(json_array_length(j.statements), 0), j.error_message"
                + " from (select json_serialize_sql(" + literal(sql) + ")::json as j)");
        if ("true".equals(String.valueOf(parsed[0]))) {
            throw new DataUnreadable("Cannot answer \"" + sql.strip() + "\": " + unquoted(parsed[2]), null);
        }
        if (((Number) parsed[1]).longValue() != 1) {
            throw new DataUnreadable(
                    "Cannot answer \"" + sql.strip() + "\": it is " + parsed[1] + " statements, not one", null);
        }
    }

    private static String unquoted(Object json) {
        return String.valueOf(json).replaceAll("^\"|\"$", "");
    }

    private static DataUnreadable unreadable(String sql, SQLException e) {
        return new DataUnreadable("Cannot answer \"" + sql.strip() + "\": " + cause(e), e);
    }

    /** What DuckDB says, without the words about its own query objects that stand before it. */
    private static String cause(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("Invalid Input Error: Attempting")
                ? message.replaceFirst("(?s)^.*?Error: (?=\\w+ Error:)", "")
                : message;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DataUnreadable("Cannot close the datasets: " + e.getMessage(), e);
        }
    }
}
