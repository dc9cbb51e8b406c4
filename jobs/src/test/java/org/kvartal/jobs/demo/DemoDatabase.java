package org.kvartal.jobs.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A demo CRM written for a test, and what SQL finds in it. */
record DemoDatabase(Path file) {
    private static final String PASSWORD = "secret";

    static DemoDatabase write(DemoCrm crm, Path file, LocalDate day) throws SQLException {
        crm.writeTo(file, PASSWORD, day);
        return new DemoDatabase(file);
    }

    List<List<Object>> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(DemoCrm.url(file), DemoCrm.USER, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<Object>> found = new ArrayList<>();
            while (rows.next()) {
                Object[] row = new Object[rows.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                found.add(Arrays.asList(row));
            }
            return found;
        }
    }

    double number(String sql) throws SQLException {
        return ((Number) query(sql).get(0).get(0)).doubleValue();
    }

    Set<Integer> ids(String sql) throws SQLException {
        Set<Integer> ids = new TreeSet<>();
        query(sql).forEach(row -> ids.add(((Number) row.get(0)).intValue()));
        return ids;
    }

    List<String> tables() throws SQLException {
        return query("select TABLE_NAME from INFORMATION_SCHEMA.TABLES where TABLE_SCHEMA = 'PUBLIC' order by 1")
                .stream()
                .map(row -> (String) row.get(0))
                .toList();
    }
}
