package org.kvartal.reports.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

/** A Parquet file with the columns of a table and no rows. */
final class EmptyParquet {
    private EmptyParquet() {}

    static void write(TableSpec table, Path file) {
        String columns = table.columns().stream().map(EmptyParquet::column).collect(Collectors.joining(", "));
        String target = file.toString().replace("'", "''");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select " + columns + " limit 0) to '" + target + "' (format parquet)");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String column(Column column) {
        String type = switch (column.type()) {
            case ID, TEXT -> "varchar";
            case INSTANT -> "timestamptz";
            default -> column.type().sqlType();
        };
        return "cast(null as " + type + ") as \"" + column.name() + "\"";
    }
}
