package org.kvartal.ingest.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.ColumnType;

/** The cells of a result that a driver hands out one by one. */
final class ResultCells implements Cells {
    private final ResultSet rows;
    private final List<JdbcColumn> columns;
    private final JdbcValues values;

    ResultCells(ResultSet rows, List<JdbcColumn> columns, JdbcValues values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    @Override
    public boolean next() throws SQLException {
        return rows.next();
    }

    @Override
    public @Nullable Object fetched(int column, ColumnType wanted) throws SQLException {
        try {
            return values.fetched(rows, columns.get(column), wanted);
        } catch (SQLException failure) {
            if (JdbcFailure.isOfData(failure)) {
                return rows.getString(columns.get(column).index());
            }
            throw failure;
        }
    }

    @Override
    public String text(int column) throws SQLException {
        return Objects.requireNonNullElse(rows.getString(columns.get(column).index()), "");
    }
}
