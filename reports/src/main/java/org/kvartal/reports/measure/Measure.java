package org.kvartal.reports.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * A ratio of facts that add up, so that it is right at every level: of a row, of a group, of the whole mart.
 *
 * @param name as tables, charts and the glossary name it
 * @param formula in words, for the glossary
 * @param unit of the result
 * @param sql aggregate expression over the rows of the mart; null where its denominator is 0
 * @param mart whose columns the expression names
 * @param history what each version changed, the first version first
 */
public record Measure(String name, String formula, String unit, String sql, String mart, List<Change> history) {
    private static final Change FIRST = new Change(1, "0.1.0", "defined");

    /**
     * A version of a measure.
     *
     * @param since version of Kvartal that brought it
     * @param what has changed, as the reader of an older report has to know it
     */
    public record Change(int version, String since, String what) {}

    public Measure {
        history = List.copyOf(history);
    }

    /** A measure in its first version. */
    public Measure(String name, String formula, String unit, String sql, String mart) {
        this(name, formula, unit, sql, mart, List.of(FIRST));
    }

    /**
     * The measure, now with one version more.
     *
     * @param since version of Kvartal that brings it
     */
    public Measure changed(String since, String what) {
        List<Change> changes = new ArrayList<>(history);
        changes.add(new Change(version() + 1, since, what));
        return new Measure(name, formula, unit, sql, mart, changes);
    }

    public int version() {
        return latest().version();
    }

    /** Version of Kvartal since which it is defined as it is. */
    public String since() {
        return latest().since();
    }

    /** What the latest version changed. */
    public Change latest() {
        return history.get(history.size() - 1);
    }

    /** The mart with its namespace. */
    public String table() {
        return "mart." + mart;
    }

    /** Whether an expression over rows of a table contains the measure. */
    public boolean isWithin(String table, String expression) {
        return table.equals(table()) && expression.contains(sql);
    }

    /** The ratio over all rows of its mart. */
    public String query() {
        return "select " + sql + " as " + name + " from " + table();
    }

    /**
     * The ratio for each value of one of the mart's columns.
     *
     * @param column a column of the mart
     */
    public String queryBy(String column) {
        return "select " + column + ", " + sql + " as " + name + " from " + table() + " group by " + column
                + " order by " + column;
    }
}
