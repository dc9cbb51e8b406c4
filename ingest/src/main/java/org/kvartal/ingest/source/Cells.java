package org.kvartal.ingest.source;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.ColumnType;

/** The cells of the row at which the reading of a result stands. */
interface Cells {
    /** Goes to the next row; false behind the last. */
    boolean next() throws SQLException;

    /**
     * A cell in the Java type nearest to the wanted one, or as text where it cannot be had so; null for NULL.
     *
     * @param column from 0
     */
    @Nullable
    Object fetched(int column, ColumnType wanted) throws SQLException;

    /** A cell as people may recognise it; empty for NULL. */
    String text(int column) throws SQLException;
}
