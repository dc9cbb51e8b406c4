package org.kvartal.ingest.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The rows of a result of DuckDB, as Spark has rows. What was read to its end is closed. */
final class LocalRows implements Iterator<Row> {
    private final String purpose;
    private final Statement statement;
    private final ResultSet result;
    private final StructType schema;
    private boolean hasNext;

    LocalRows(String purpose, Statement statement, String query, StructType schema) throws SQLException {
        this.purpose = purpose;
        this.statement = statement;
        this.result = statement.executeQuery(query);
        this.schema = schema;
        advance();
    }

    private void advance() throws SQLException {
        hasNext = result.next();
        if (!hasNext) {
            statement.close();
        }
    }

    @Override
    public boolean hasNext() {
        return hasNext;
    }

    @Override
    public Row next() {
        if (!hasNext) {
            throw new NoSuchElementException("Cannot " + purpose + ": there are no more rows");
        }
        try {
            @Nullable Object[] values = new Object[schema.size()];
            for (int i = 0; i < values.length; i++) {
                @Nullable Object value = result.getObject(i + 1);
                values[i] = value instanceof OffsetDateTime moment ? moment.toInstant() : value;
            }
            advance();
            return new GenericRowWithSchema(values, schema);
        } catch (SQLException e) {
            throw LocalSql.refused(purpose, e);
        }
    }
}
