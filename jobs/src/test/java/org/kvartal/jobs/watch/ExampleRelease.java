package org.kvartal.jobs.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A release of two tables, for tests. */
final class ExampleRelease {
    private ExampleRelease() {}

    /** Publishes it for 2024-06-30. */
    static Path in(Path output) throws IOException, SQLException {
        Path release = Files.createDirectories(output.resolve("published/.releases/2024-06-30.1"));
        Files.createSymbolicLink(output.resolve("published/2024-06-30"), Path.of(".releases/2024-06-30.1"));
        Files.createSymbolicLink(output.resolve("published/latest"), Path.of("2024-06-30"));
        Files.writeString(release.resolve("run.json"), """
                {"as_of": "2024-06-30", "run_id": "2024-06-30.1",
                 "extractions": [{"source": "crm", "extract": "deals"}],
                 "row_balance": [{"read_count": 100, "loaded_count": 90, "quarantined_count": 10}]}
                """);
        Files.writeString(release.resolve("checks.json"), "{\"checks\": [{\"failed_count\": 10}]}");
        Path data = Files.createDirectories(release.resolve("data"));
        Files.writeString(data.resolve("dictionary.json"), """
                {"resources": [
                  {"table": "crm.opportunities", "madeBy": "load-tables", "inputs": [], "rows": 90,
                   "schema": {"fields": [{"name": "amount", "sqlType": "decimal(18,2)"}]}},
                  {"table": "mart.closed_by_month", "madeBy": "build-marts", "inputs": ["crm.opportunities"], "rows": 7,
                   "schema": {"fields": [{"name": "month", "sqlType": "date"}]}}]}
                """);
        write(data, "quality/row_balance", """
                select 'opportunities' as "table", 'crm' as source, 100 as read_count, 90 as loaded_count,
                       10 as quarantined_count, 0 as deduplicated_count, 0 as filtered_count
                """);
        write(data, "quality/scores", """
                select date '2024-06-30' as night, 'opportunities' as "table", 'source' as scope_kind, 'crm' as scope,
                       timestamptz '2024-06-30 18:00:00+00' as newest_at
                """);
        write(data, "forecast/series_accuracy", """
                select 'bookings' as measure, 'all' as scope, 'all' as member, 'auto' as method, 0.625 as mase,
                       0.8::double as coverage_80, null::double as coverage_95
                """);
        return release;
    }

    private static void write(Path data, String table, String sql) throws IOException, SQLException {
        Path folder = Files.createDirectories(data.resolve(table));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (" + sql + ") to '" + folder.resolve("0.parquet") + "' (format parquet)");
        }
    }
}
