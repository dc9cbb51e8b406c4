package org.kvartal.reports.portal;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.reports.data.RowPrinter;
import org.kvartal.reports.data.ValueText;
import org.kvartal.reports.fact.Characters;

/** The rows of a query as far as a page shows them. */
final class ResultTable implements RowPrinter {
    /** A column of the result. */
    record Column(String name, String type, boolean number) {}

    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.FLOAT,
            Types.REAL,
            Types.DOUBLE,
            Types.DECIMAL,
            Types.NUMERIC);

    private static final int LONGEST_VALUE = 1000;

    /** All that a page can hold and stay quick. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private final int mostRows;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<@Nullable String>> rows = new ArrayList<>();
    private boolean limited;

    ResultTable(int mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public void print(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            boolean number = NUMBERS.contains(meta.getColumnType(i))
                    || meta.getColumnTypeName(i).endsWith("INT");
            columns.add(
                    new Column(meta.getColumnLabel(i), meta.getColumnTypeName(i).toLowerCase(Locale.ROOT), number));
        }
        int characters = 0;
        while (result.next()) {
            if (rows.size() == mostRows || characters > MOST_CHARACTERS) {
                limited = true;
                return;
            }
            List<@Nullable String> row = row(result);
            characters += row.stream()
                    .mapToInt(text -> text == null ? 0 : text.length())
                    .sum();
            rows.add(row);
        }
    }

    private List<@Nullable String> row(ResultSet result) throws SQLException {
        List<@Nullable String> row = new ArrayList<>(columns.size());
        for (int i = 1; i <= columns.size(); i++) {
            Object value = result.getObject(i);
            row.add(value == null ? null : Characters.shortened(ValueText.of(value), LONGEST_VALUE));
        }
        return row;
    }

    int mostRows() {
        return mostRows;
    }

    public List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    public List<List<@Nullable String>> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** Whether the query has more rows than these. */
    public boolean limited() {
        return limited;
    }
}
