package org.kvartal.ingest.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.kvartal.ingest.source.SourcePlace.Database;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** One connection with one transaction that reads every table as of the same moment, and writes nothing. */
final class JdbcSession implements AutoCloseable {
    /** Rows held in memory at a time. */
    private static final int FETCHED_ROWS = 10_000;

    private final Connection connection;
    private final JdbcTables tables;

    private JdbcSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.tables = JdbcTables.of(connection);
    }

    static JdbcSession open(Database database) throws SQLException {
        Engine engine = database.url().engine();
        Properties properties = new Properties();
        properties.putAll(database.url().properties(database.timeout()));
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password().value());
        Connection connection = engine.driver().connect(database.url().forDriver(), properties);
        try {
            connection.setReadOnly(true);
            for (String preparation : engine.preparations()) {
                execute(connection, preparation);
            }
            connection.setTransactionIsolation(engine.snapshotIsolation());
            connection.setAutoCommit(false);
            return new JdbcSession(connection);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    JdbcTables tables() {
        return tables;
    }

    /** What is done with the result of a query while it is open. */
    interface ResultReader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    <T> T query(String sql, ResultReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_ROWS);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return reader.read(rows);
            }
        }
    }

    /** What is done with a copy while it is open. */
    interface CopyReader<T> {
        T read(CopyOut copy) throws SQLException;
    }

    /** Of PostgreSQL only. A copy that is not read to its end takes the connection with it: nothing else ends it at once. */
    <T> T copy(String sql, CopyReader<T> reader) throws SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
        try {
            return reader.read(copy);
        } finally {
            if (copy.isActive()) {
                connection.abort(Runnable::run);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try {
            connection.rollback();
        } finally {
            connection.close();
        }
    }
}
