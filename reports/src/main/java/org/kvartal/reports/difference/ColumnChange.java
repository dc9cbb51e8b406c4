package org.kvartal.reports.difference;

/**
 * What became of a column.
 *
 * @param before its type; empty for a column that came
 * @param after its type; empty for a column that went
 */
public record ColumnChange(String column, String before, String after) {
    @Override
    public String toString() {
        if (before.isEmpty()) {
            return "+" + column;
        }
        return after.isEmpty() ? "-" + column : column + ": " + before + " to " + after;
    }
}
