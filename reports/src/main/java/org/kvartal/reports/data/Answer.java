package org.kvartal.reports.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;

/** What a query that nobody foresaw has answered: named columns, and rows of few values. */
public final class Answer {
    private static final List<Integer> NUMBERS = List.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.FLOAT,
            Types.REAL,
            Types.DOUBLE,
            Types.DECIMAL,
            Types.NUMERIC,
            Types.JAVA_OBJECT);

    private final List<String> columns;
    private final List<Integer> types;
    private final List<List<@Nullable Object>> rows;

    private Answer(List<String> columns, List<Integer> types, List<List<@Nullable Object>> rows) {
        this.columns = columns;
        this.types = types;
        this.rows = rows;
    }

    static Answer read(Datasets datasets, String sql, int mostRows) {
        List<String> columns = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        datasets.query(sql, result -> {
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                columns.add(result.getMetaData().getColumnName(i));
                types.add(result.getMetaData().getColumnType(i));
            }
            while (result.next()) {
                rows.add(values(result, columns.size()));
                if (rows.size() > mostRows) {
                    throw new DataUnreadable(
                            "Cannot print \"" + sql.strip() + "\": it has more than " + mostRows
                                    + " rows; group them, or say which ones matter with \"limit\"",
                            null);
                }
            }
        });
        return new Answer(columns, types, rows);
    }

    private static List<@Nullable Object> values(ResultSet row, int count) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            values.add(row.getObject(i));
        }
        return Collections.unmodifiableList(values);
    }

    public List<String> columns() {
        return Collections.unmodifiableList(columns);
    }

    public int size() {
        return rows.size();
    }

    public boolean isText(String column) {
        return type(column) == Types.VARCHAR;
    }

    public boolean isDate(String column) {
        return type(column) == Types.DATE;
    }

    public boolean isNumber(String column) {
        return NUMBERS.contains(type(column));
    }

    private int type(String column) {
        return types.get(columns.indexOf(column));
    }

    /** The value as text, as {@code 2026-03-31} for a day; empty for none. */
    public String text(int row, String column) {
        Object value = rows.get(row).get(columns.indexOf(column));
        return value == null ? "" : value.toString();
    }

    /** The value as a fact that has this origin, which the caller answers for. */
    public Fact fact(int row, String column, Unit unit, Origin origin) {
        return Facts.fact(rows.get(row).get(columns.indexOf(column)), unit, origin);
    }
}
