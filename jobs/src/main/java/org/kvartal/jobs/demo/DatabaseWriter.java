package org.kvartal.jobs.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a history into a database as it stood before a moment. */
final class DatabaseWriter {
    private static final int BATCH = 2_000;

    private final Connection connection;
    private final Instant end;

    DatabaseWriter(Connection connection, Instant end) {
        this.connection = connection;
        this.end = end;
    }

    /** Replaces whatever the database held. One transaction a table: H2 copies what it undoes, and slows down with length. */
    void write(CrmHistory history) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop all objects");
            for (Table table : history.tables()) {
                statement.execute(table.createStatement());
            }
        }
        for (Table table : history.tables()) {
            insert(table, history);
            connection.commit();
        }
    }

    private void insert(Table table, CrmHistory history) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(table.insertStatement())) {
            int waiting = 0;
            for (Row row : history.rows(table)) {
                Optional<@Nullable Object[]> values = row.before(end);
                if (values.isEmpty()) {
                    continue;
                }
                bind(insert, values.get());
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, stored(values[i]));
        }
        insert.addBatch();
    }

    /** References become keys, and instants the UTC times without a zone that the vendor keeps. */
    static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof Row row) {
            return row.id();
        }
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value;
    }
}
