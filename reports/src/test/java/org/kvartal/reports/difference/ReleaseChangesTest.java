package org.kvartal.reports.difference;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.reports.data.DataUnreadable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReleaseChangesTest {
    private static final LocalDate MONDAY = LocalDate.parse("2024-12-30");
    private static final LocalDate TUESDAY = LocalDate.parse("2024-12-31");

    @TempDir
    private Path folder;

    /** A release with the tables {@code mart.sales}, as given, and {@code mart.<other>}. */
    private Path release(LocalDate date, String columns, String rows, String other) throws IOException, SQLException {
        Path data = folder.resolve(date.toString());
        write(data.resolve("mart/sales"), "select * from (values " + rows + ") t (" + names(columns) + ")", columns);
        write(data.resolve("mart/" + other), "select 1 as id", "id bigint");
        Files.writeString(
                data.resolve("dictionary.json"),
                "{\"resources\": [" + entry("mart.sales", columns) + "," + entry("mart." + other, "id bigint") + "]}");
        return data;
    }

    private static void write(Path table, String query, String columns) throws IOException, SQLException {
        Files.createDirectories(table);
        String typed = Stream.of(columns.split("; "))
                .map(column -> "cast(" + column.replace(" ", " as ") + ") as " + column.split(" ")[0])
                .collect(Collectors.joining(", "));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select " + typed + " from (" + query + ")) to '"
                    + table.resolve("part-00000.parquet") + "' (format parquet)");
        }
    }

    private static String names(String columns) {
        return Stream.of(columns.split("; "))
                .map(column -> column.split(" ")[0])
                .collect(Collectors.joining(", "));
    }

    private static String entry(String table, String columns) {
        String fields = Stream.of(columns.split("; "))
                .map(column -> column.split(" "))
                .map(column -> "{\"name\": \"" + column[0] + "\", \"sqlType\": \"" + column[1] + "\"}")
                .collect(Collectors.joining(", "));
        return "{\"table\": \"" + table + "\", \"grain\": [\"" + columns.split(" ")[0]
                + "\"], \"schema\": {\"fields\": [" + fields + "]}}";
    }

    @Test
    void tellsTablesColumnsRowsAndSumsThatHaveChanged() throws IOException, SQLException {
        String old = "id bigint; amount decimal(18,2); ratio double; note varchar";
        String fresh = "id bigint; amount decimal(18,2); ratio double; note date; more bigint";
        Path before =
                release(MONDAY, old, "(1, 10.00, 0.1, null), (2, 20.00, 0.2, null), (null, 1.00, 0.3, null)", "gone");
        Path after = release(
                TUESDAY,
                fresh,
                "(1, 10.00, 0.1, null, 1), (null, 2.50, 0.3, null, 1), (3, 5.00, 0.2, null, 1), (4, 0.00, null, null, 1)",
                "came");

        ReleaseChanges changes = ReleaseChanges.between(MONDAY, before, TUESDAY, after);

        assertThat(changes)
                .isEqualTo(new ReleaseChanges(
                        MONDAY,
                        TUESDAY,
                        List.of("mart.came"),
                        List.of("mart.gone"),
                        List.of(new TableChange(
                                "mart.sales",
                                List.of(
                                        new ColumnChange("note", "varchar", "date"),
                                        new ColumnChange("more", "", "bigint")),
                                new RowChange(3, 4, 2, 1, 1),
                                List.of(
                                        new SumChange("id", new BigDecimal("3"), new BigDecimal("8")),
                                        new SumChange("amount", new BigDecimal("31.00"), new BigDecimal("17.50")))))));
        assertThat(changes.notes().lines().get(2).rows()).isEqualTo("+2 -1 ~1");
    }

    @Test
    void tellsNothingOfTablesWithTheSameRowsInAnotherOrder() throws IOException, SQLException {
        String columns = "id bigint; ratio double";
        Path before = release(MONDAY, columns, "(1, 0.1), (2, 0.2), (3, 0.3)", "other");
        Path after = release(TUESDAY, columns, "(3, 0.3), (1, 0.1), (2, 0.2)", "other");

        assertThat(ReleaseChanges.between(MONDAY, before, TUESDAY, after).tables())
                .isEmpty();
    }

    @Test
    void refusesAReleaseWithoutADictionary() throws IOException, SQLException {
        Path after = release(TUESDAY, "id bigint", "(1)", "other");
        assertThatThrownBy(() -> ReleaseChanges.between(MONDAY, folder.resolve("none"), TUESDAY, after))
                .isInstanceOf(DataUnreadable.class)
                .hasMessage("Cannot compare the release of 2024-12-30: it has no dictionary of this kind");
    }
}
