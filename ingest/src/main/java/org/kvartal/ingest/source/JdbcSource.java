package org.kvartal.ingest.source;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.source.ExtractFrom.FromQuery;
import org.kvartal.ingest.source.SourcePlace.Database;

/**
 * A database. The names of its columns become lower case, because tables of the lake do not tell case apart; columns
 * of bytes are left out.
 */
final class JdbcSource implements IncrementalSource {
    private static final int MILLIS = 1000;

    private final String name;
    private final Preset preset;
    private final Database database;
    private final JdbcValues values;
    private @Nullable JdbcSession session;

    JdbcSource(String name, Preset preset, Database database) {
        this.name = name;
        this.preset = preset;
        this.database = database;
        this.values = new JdbcValues(new ValueReader(preset.zone()));
    }

    @Override
    public List<Extract> extracts() {
        return preset.extracts().stream()
                .filter(extract -> extract.presence() == Presence.REQUIRED
                        || source(extract).isPresent())
                .toList();
    }

    @Override
    public Optional<Instant> clock() {
        try {
            double seconds = session().query(database.url().engine().clockSql(), rows -> {
                rows.next();
                return rows.getDouble(1);
            });
            return Optional.of(Instant.ofEpochMilli(Math.round(seconds * MILLIS)));
        } catch (SQLException failure) {
            throw unreachable(failure);
        }
    }

    @Override
    public RawTable describe(Extract extract) {
        return shape(extract).table();
    }

    @Override
    public void read(Extract extract, RowSink sink) {
        read(extract, shape(extract), "", sink);
    }

    @Override
    public boolean tellsChanges(Extract extract) {
        return shape(extract)
                .changed()
                .flatMap(JdbcColumn::type)
                .filter(type -> type == ColumnType.INSTANT)
                .isPresent();
    }

    @Override
    public void readChanged(Extract extract, OffsetDateTime since, RowSink sink) {
        JdbcShape shape = shape(extract);
        JdbcColumn changed = shape.changed().orElseThrow();
        String name = session().tables().quotedName(changed.name());
        String time = database.url().engine().literal(changed.sqlType(), since, preset.zone());
        read(extract, shape, " where " + name + " >= " + time + " or " + name + " is null", sink);
    }

    @Override
    public void readKeys(Extract extract, RowSink sink) {
        read(extract, shape(extract).ofKey(), "", sink);
    }

    @Override
    public BigDecimal total(String total, String query) {
        try {
            return session().query(query, rows -> {
                @Nullable BigDecimal value = rows.next() ? rows.getBigDecimal(1) : null;
                if (value == null || rows.next()) {
                    throw new UnreadableSource(
                            new SourceProblem(name, "the total " + total, "the query must give one number"));
                }
                return value;
            });
        } catch (SQLException failure) {
            if (JdbcFailure.isOfQuery(failure)) {
                String reason = JdbcFailure.reason(failure, database);
                throw new UnreadableSource(new SourceProblem(name, "the total " + total, reason), failure);
            }
            throw unreachable(failure);
        }
    }

    private void read(Extract extract, JdbcShape shape, String condition, RowSink sink) {
        List<Column> delivered = shape.table().columns();
        String rest = " from " + from(extract) + condition + " order by " + quoted(shape.order().stream());
        JdbcRows reader = new JdbcRows(extract.from().label(), shape.columns().size(), delivered, values, sink);
        if (database.url().engine().copiesOut()) {
            CopyQuery copy = CopyQuery.of(shape, session().tables()::quotedName);
            query(extract, session -> session.copy(copy.sql(rest), out -> reader.readAll(copy.cells(out))));
        } else {
            String sql = "select " + quoted(shape.columns().stream().map(JdbcColumn::name)) + rest;
            query(
                    extract,
                    session ->
                            session.query(sql, rows -> reader.readAll(new ResultCells(rows, shape.columns(), values))));
        }
    }

    private String quoted(Stream<String> columnNames) {
        return columnNames.map(session().tables()::quotedName).collect(Collectors.joining(", "));
    }

    private JdbcShape shape(Extract extract) {
        String nothing = String.join(" ", "select * from", from(extract), "where 1 = 0");
        List<JdbcColumn> all = query(extract, session -> session.query(nothing, this::columns));
        JdbcShape.objection(extract, all).ifPresent(reason -> {
            throw problem(extract, reason);
        });
        return JdbcShape.of(extract, all);
    }

    private List<JdbcColumn> columns(ResultSet rows) throws SQLException {
        ResultSetMetaData metaData = rows.getMetaData();
        List<JdbcColumn> columns = new ArrayList<>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            columns.add(JdbcColumn.of(metaData, i, database.url().engine()));
        }
        return columns;
    }

    /** The table or query of an extract as it stands behind {@code from}. */
    private String from(Extract extract) {
        return source(extract)
                .orElseThrow(() ->
                        problem(extract, "there is no table " + extract.from().label()));
    }

    private Optional<String> source(Extract extract) {
        return extract.from() instanceof FromQuery query
                ? Optional.of("(" + query.sql() + ") " + session().tables().quotedName(extract.name()))
                : session().tables().quoted(extract.from().label());
    }

    /** What is asked of a session. */
    private interface Query<T> {
        T of(JdbcSession session) throws SQLException;
    }

    private <T> T query(Extract extract, Query<T> query) {
        try {
            return query.of(session());
        } catch (SQLException failure) {
            if (JdbcFailure.isOfQuery(failure)) {
                String reason = JdbcFailure.reason(failure, database);
                // PostgreSQL answers nothing more in this transaction; the next extract is to be checked all the same.
                close();
                throw new UnreadableSource(new SourceProblem(name, extract.name(), reason), failure);
            }
            throw unreachable(failure);
        }
    }

    private JdbcSession session() {
        JdbcSession open = session == null ? connected() : session;
        session = open;
        return open;
    }

    private JdbcSession connected() {
        try {
            return JdbcSession.open(database);
        } catch (SQLException failure) {
            throw unreachable(failure);
        }
    }

    private SourceUnreachable unreachable(SQLException failure) {
        String reason = JdbcFailure.reason(failure, database);
        String message = "Cannot reach source " + name + " at " + database.url() + ": " + reason;
        return new SourceUnreachable(message, JdbcFailure.outlook(failure), failure);
    }

    private UnreadableSource problem(Extract extract, String reason) {
        return new UnreadableSource(new SourceProblem(name, extract.name(), reason));
    }

    @Override
    public void close() {
        JdbcSession open = session;
        session = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException failure) {
                throw unreachable(failure);
            }
        }
    }
}
