package org.kvartal.reports.data;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Prints the rows of a query. */
@FunctionalInterface
public interface RowPrinter {
    void print(ResultSet rows) throws SQLException;
}
