package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OutputTableTest {
    private static final OutputColumns COLUMNS = OutputColumns.NONE
            .text("unique_id", "group")
            .times("ds")
            .numbers("estimate")
            .counts("n")
            .text("note");
    private static final List<List<String>> WHOLE =
            List.of(List.of("7", "007", "1", "2", "30", ""), List.of("8", "010", "10", "", "31", ""));

    @TempDir
    Path folder;

    @Test
    void parquetHasTheTypesThatTheCallerStates() throws SQLException {
        Path file = folder.resolve("out.parquet");
        OutputTable.write(file, COLUMNS, WHOLE);
        assertThat(query("select column_type from (describe select * from '%s')".formatted(file)))
                .containsExactly("VARCHAR", "VARCHAR", "BIGINT", "DOUBLE", "BIGINT", "VARCHAR");
        assertThat(query("select \"group\" from '%s' order by ds".formatted(file)))
                .containsExactly("007", "010");
        assertThat(query("select coalesce(estimate::varchar, 'none') from '%s' order by ds".formatted(file)))
                .containsExactly("2.0", "none");
    }

    @Test
    void csvHasTheCellsAsTheyAre() throws IOException {
        Path file = folder.resolve("out.csv");
        OutputTable.write(file, COLUMNS, WHOLE);
        assertThat(Files.readAllLines(file))
                .containsExactly("unique_id,group,ds,estimate,n,note", "7,007,1,2,30,", "8,010,10,,31,");
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                cells.add(rows.getString(1));
            }
        }
        return cells;
    }
}
