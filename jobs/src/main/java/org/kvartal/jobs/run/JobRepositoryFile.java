package org.kvartal.jobs.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.kvartal.ingest.lake.FaultPoint;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The embedded database in which Spring Batch remembers finished steps. It is a convenience and never the truth: one that
 * cannot be opened is deleted, and the night then runs from its first step.
 */
final class JobRepositoryFile implements AutoCloseable {
    /** Closed by the run that opened it, not under its feet when the process is asked to end. */
    private static final String OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE";

    private static final String SCHEMA = "org/springframework/batch/core/schema-h2.sql";

    private final JdbcConnectionPool pool;

    private JobRepositoryFile(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    static JobRepositoryFile open(Path folder) {
        try {
            return connect(folder);
        } catch (SQLException e) {
            delete(folder);
            try {
                return connect(folder);
            } catch (SQLException again) {
                throw new IllegalStateException(
                        "Cannot open the job repository in " + folder + ": " + again.getMessage(), again);
            }
        }
    }

    private static JobRepositoryFile connect(Path folder) throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("repository").toAbsolutePath() + OPTIONS, "kvartal", "");
        try (Connection connection = pool.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, null, "BATCH_JOB_INSTANCE", null)) {
            FaultPoint.reached("repository-opened");
            if (!tables.next()) {
                new ResourceDatabasePopulator(new ClassPathResource(SCHEMA)).populate(connection);
            }
        }
        return new JobRepositoryFile(pool);
    }

    DataSource dataSource() {
        return pool;
    }

    /** Forgets everything. */
    static void delete(Path folder) {
        new Scratch(folder).deleteTree();
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
