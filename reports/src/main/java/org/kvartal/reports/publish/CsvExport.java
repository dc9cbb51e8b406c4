package org.kvartal.reports.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.TableSpec;

/**
 * Writes published tables as CSV for people, beside their Parquet: UTF-8, a comma, a point in numbers, lines ended by LF,
 * points in time as {@code 2024-12-31T23:59:59Z}.
 *
 * <p>No cell is taken for a formula: a text that begins, after any apostrophes, with {@code = + - @}, their full-width
 * forms, a tabulator or the end of a line gets an apostrophe in front. Whoever takes one away from such a text has it as
 * it was. Numbers, dates and flags stay as they are.
 */
final class CsvExport implements AutoCloseable {
    private static final String FORMULA = "'^''*[=+\\-@\\t\\r\\n\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}]'";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Connection connection;
    private final CsvFiles manner;

    private CsvExport(Connection connection, CsvFiles manner) {
        this.connection = connection;
        this.manner = manner;
    }

    /** @param scratch folder for what does not fit into memory */
    static CsvExport open(CsvFiles manner, Path scratch) {
        try {
            CsvExport export = new CsvExport(DriverManager.getConnection("jdbc:duckdb:"), manner);
            export.execute("set temp_directory = " + literal(scratch.toString()));
            export.execute("set TimeZone = 'UTC'");
            return export;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot open DuckDB: " + e.getMessage(), e);
        }
    }

    /**
     * Writes {@code <folder>.csv} beside the table's folder.
     *
     * @param folder of the table's Parquet files
     */
    void export(TableSpec table, Path folder) {
        Path file = folder.resolveSibling(table.name() + ".csv");
        try {
            execute("copy (select " + cells(table.columns()) + " from read_parquet("
                    + literal(folder.resolve("*.parquet").toString()) + ")) to " + literal(file.toString())
                    + " (format csv, header, delimiter ',', quote '\"', escape '\"')");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** The first header carries the mark, so that it is written with the rest and not before it. */
    private String cells(List<Column> columns) {
        String first = columns.get(0).name();
        return columns.stream()
                .map(column -> cell(column) + " as "
                        + identifier(
                                manner == CsvFiles.SPREADSHEET && column.name().equals(first)
                                        ? BYTE_ORDER_MARK + column.name()
                                        : column.name()))
                .collect(Collectors.joining(", "));
    }

    private static String cell(Column column) {
        String name = identifier(column.name());
        if (column.type() == ColumnType.INSTANT) {
            return "replace(strftime(" + name + " at time zone 'UTC', '%Y-%m-%dT%H:%M:%S.%fZ'), '.000000Z', 'Z')";
        }
        boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.ID;
        return text
                ? "case when regexp_matches(" + name + ", " + FORMULA + ") then '''' || " + name + " else " + name
                        + " end"
                : name;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
            throw new IllegalStateException("Cannot close DuckDB: " + e.getMessage(), e);
        }
    }
}
