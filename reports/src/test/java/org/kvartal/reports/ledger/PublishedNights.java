package org.kvartal.reports.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.reports.publish.Releases;

/** An output folder in which nights are published, with the tables that a ledger reads. */
final class PublishedNights {
    private final Path output;

    PublishedNights(Path output) {
        this.output = output;
    }

    Releases releases() {
        return new Releases(output);
    }

    /** A table of the release of a date; columns left out are empty. The last date given is the latest. */
    void table(LocalDate date, TableSpec spec, List<String> columns, List<String> rows) {
        Path folder = output.resolve("published").resolve(date.toString()).resolve("data");
        Path file = folder.resolve(spec.namespace()).resolve(spec.name()).resolve("part.parquet");
        String selected = spec.columns().stream()
                .map(column -> "cast("
                        + (columns.contains(column.name()) && !rows.isEmpty() ? "given." + column.name() : "null")
                        + " as " + type(column.type().sqlType()) + ") as \"" + column.name() + '"')
                .collect(Collectors.joining(", "));
        String from = rows.isEmpty()
                ? "range(0)"
                : rows.stream().collect(Collectors.joining(", ", "(values ", ") as given ("))
                        + String.join(", ", columns) + ")";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Files.createDirectories(file.getParent());
            statement.execute("set TimeZone = 'UTC'");
            statement.execute("copy (select " + selected + " from " + from + ") to '" + file + "' (format parquet)");
            Path latest = output.resolve("published/latest");
            Files.deleteIfExists(latest);
            Files.createSymbolicLink(latest, Path.of(date.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Every table of the date that a ledger reads, without rows. */
    void empty(LocalDate date) {
        for (TableSpec spec : List.of(
                CrmTables.OPPORTUNITIES,
                CrmTables.ACCOUNTS,
                CrmTables.USERS,
                CrmTables.TEAMS,
                HistoryTables.of(CrmTables.OPPORTUNITIES),
                ForecastTables.DEAL_OUTLOOK,
                ForecastTables.QUARTER_OUTLOOK)) {
            table(date, spec, List.of(), List.of());
        }
    }

    private static String type(String sparkType) {
        return sparkType.equals("string") ? "varchar" : sparkType.equals("timestamp") ? "timestamptz" : sparkType;
    }
}
