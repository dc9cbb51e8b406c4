package org.kvartal.ingest.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeRow;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.StoredTable;
import org.kvartal.ingest.lake.TableSpec;

/**
 * Runs SQL models within this process, by DuckDB on the Parquet files of the lake: where tables fit on one machine, a
 * model costs milliseconds, of which Spark plans a second. A model that is run here is written in the SQL that both
 * share; {@code sql/spark-names.sql} has the functions that Spark calls otherwise.
 */
public final class LocalSql implements AutoCloseable {
    private static final String OPENING = "open DuckDB";
    private static final String SPARK_NAMES = "sql/spark-names.sql";

    private final Connection connection;
    private final Set<String> results = new HashSet<>();

    private LocalSql(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param zone where a day begins and ends
     * @param scratch folder for what does not fit into memory
     */
    public static LocalSql open(ZoneId zone, Path scratch) {
        LocalSql sql = new LocalSql(connection());
        sql.zone(zone);
        sql.execute(OPENING, "set temp_directory = " + literal(scratch.toString()));
        // Spark puts empty values first.
        sql.execute(OPENING, "set default_null_order = 'nulls_first'");
        sql.execute(
                OPENING,
                SqlQuery.ofResource(LocalSql.class.getClassLoader(), SPARK_NAMES)
                        .text());
        return sql;
    }

    private static Connection connection() {
        try {
            return DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw refused(OPENING, e);
        }
    }

    /** DuckDB does not know the letter that Java has for UTC. */
    void zone(ZoneId zone) {
        execute(OPENING, "set TimeZone = " + literal(zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()));
    }

    /** Makes what a model reads known: tables of the lake, beside the results of models run before. */
    public void expose(Lake lake, SqlModel model) {
        for (String input : model.inputs()) {
            if (!results.contains(input)) {
                expose(lake, input, model.origin());
            }
        }
    }

    /** Makes a table of the lake known. */
    public void expose(Lake lake, String table) {
        expose(lake, table, "a query");
    }

    private void expose(Lake lake, String table, String reader) {
        StoredTable stored = lake.stored(table)
                .orElseThrow(() -> new IllegalStateException("Cannot run " + reader + ": there is no " + table));
        define(table, query(stored));
    }

    /** The first value of a query's last row, as text; empty where it is null or there is no row. */
    public Optional<String> value(String purpose, String query) {
        List<String> values = new ArrayList<>();
        each(purpose, query, row -> {
            @Nullable Object value = row[0];
            values.clear();
            if (value != null) {
                values.add(value instanceof java.math.BigDecimal exact ? exact.toPlainString() : value.toString());
            }
        });
        return values.stream().findFirst();
    }

    private static String query(StoredTable table) {
        boolean empty = table.files().isEmpty();
        String columns = table.columns().stream()
                .map(column -> empty ? cast("null", column) : cast(identifier(column.name()), column))
                .collect(Collectors.joining(", "));
        String files = table.files().stream()
                .map(file -> literal(file.toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        return "select " + columns
                + (empty ? " where false" : " from read_parquet(" + files + ", union_by_name = true)");
    }

    /** Gives the rows of a query a name, as {@code crm.orders}. */
    void define(String qualifiedName, String query) {
        String purpose = "read " + qualifiedName;
        execute(
                purpose,
                "create schema if not exists " + identifier(qualifiedName.substring(0, qualifiedName.indexOf('.'))));
        execute(purpose, "create or replace view " + qualifiedName + " as " + query);
    }

    /**
     * Runs a model. Later models find its rows under its name.
     *
     * @param parameters values by name; those that the model does not use are left out
     * @return the declaration of its table
     */
    public TableSpec run(SqlModel model, Map<String, Object> parameters) {
        String purpose = "run " + model.origin();
        Typed rows = typed(purpose, model, parameters);
        TableSpec spec = rows.spec();
        String result = identifier(spec.qualifiedName());
        execute(purpose, "create or replace table " + result + " as " + rows.query());
        define(spec.qualifiedName(), "select * from " + result);
        results.add(spec.qualifiedName());
        return spec;
    }

    /** The rows of a model in the order of its grain, each with its columns by name. Later models do not find them. */
    Iterator<Row> rows(SqlModel model, Map<String, Object> parameters) {
        String purpose = "run " + model.origin();
        Typed rows = typed(purpose, model, parameters);
        return rows(purpose, "select * from (" + rows.query() + ") order by " + key(rows.spec()), rows.spec());
    }

    /** A model as DuckDB runs it, its columns in the types of the lake. */
    private record Typed(TableSpec spec, String query) {}

    private Typed typed(String purpose, SqlModel model, Map<String, Object> parameters) {
        set(purpose, parameters);
        String query = shared(model.text(), parameters);
        TableSpec spec = spec(model, query);
        String columns = spec.columns().stream()
                .map(column -> cast(identifier(column.name()), column))
                .collect(Collectors.joining(", "));
        return new Typed(spec, "select " + columns + " from (" + query + "\n)");
    }

    private Iterator<Row> rows(String purpose, String query, TableSpec spec) {
        try {
            return new LocalRows(purpose, connection.createStatement(), query, LakeRow.schema(spec));
        } catch (SQLException e) {
            throw refused(purpose, e);
        }
    }

    private void set(String purpose, Map<String, Object> parameters) {
        parameters.forEach((name, value) -> execute(purpose, "set variable " + name + " = " + value(value)));
    }

    private static String shared(String text, Map<String, Object> parameters) {
        String query = text;
        for (String name : parameters.keySet()) {
            query = query.replaceAll("(?<!:):" + name + "\\b", "getvariable('" + name + "')");
        }
        return query;
    }

    /** Without a row: DuckDB tells the types of a result before it computes it. */
    private TableSpec spec(SqlModel model, String query) {
        List<String> names = new ArrayList<>();
        List<ColumnType> types = new ArrayList<>();
        each("run " + model.origin(), "describe " + query, column -> {
            String name = String.valueOf(column[0]);
            String type = String.valueOf(column[1]);
            names.add(name);
            types.add(lakeType(type).orElseThrow(() -> model.unknownType(name, type)));
        });
        return model.spec(names, types);
    }

    private static Optional<ColumnType> lakeType(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "VARCHAR" -> ColumnType.TEXT;
                    case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> ColumnType.INTEGER;
                    case "FLOAT", "DOUBLE" -> ColumnType.NUMBER;
                    case "DATE" -> ColumnType.DATE;
                    case "TIMESTAMP WITH TIME ZONE" -> ColumnType.INSTANT;
                    case "BOOLEAN" -> ColumnType.FLAG;
                    default ->
                        type.matches("DECIMAL\\(\\d+,2\\)")
                                ? ColumnType.MONEY
                                : type.matches("DECIMAL\\(\\d+,10\\)") ? ColumnType.RATE : null;
                });
    }

    /** Writes the result of a model to the lake, sorted by its key, on the night's branch. */
    public void store(TableSpec spec, Lake lake) {
        try (LakeWriter writer = lake.replacing(spec)) {
            each(
                    "store " + spec.qualifiedName(),
                    "select * from " + spec.qualifiedName() + " order by " + key(spec),
                    writer::write);
            writer.commit();
        }
    }

    private static String key(TableSpec spec) {
        return spec.key().stream().map(LocalSql::identifier).collect(Collectors.joining(", "));
    }

    /** Hands over every row of a query, its values as the lake's writers want them. */
    void each(String purpose, String query, Consumer<@Nullable Object[]> consumer) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                @Nullable Object[] values = new Object[width];
                for (int i = 0; i < width; i++) {
                    @Nullable Object value = rows.getObject(i + 1);
                    values[i] = value instanceof OffsetDateTime moment
                            ? moment.withOffsetSameInstant(ZoneOffset.UTC)
                            : value;
                }
                consumer.accept(values);
            }
        } catch (SQLException e) {
            throw refused(purpose, e);
        }
    }

    private void execute(String purpose, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw refused(purpose, e);
        }
    }

    static IllegalStateException refused(String purpose, SQLException e) {
        return new IllegalStateException("Cannot " + purpose + ": " + e.getMessage(), e);
    }

    private static String cast(String value, Column column) {
        return "cast(" + value + " as " + typeName(column.type()) + ") as " + identifier(column.name());
    }

    static String typeName(ColumnType type) {
        return type == ColumnType.INSTANT ? "timestamptz" : type.sqlType();
    }

    private static String value(Object parameter) {
        if (parameter instanceof Number) {
            return parameter instanceof Double ? "cast(" + parameter + " as double)" : parameter.toString();
        }
        String literal = literal(parameter.toString());
        return parameter instanceof Instant
                ? "timestamptz " + literal
                : parameter instanceof LocalDate ? "date " + literal : literal;
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw refused("close DuckDB", e);
        }
    }
}
