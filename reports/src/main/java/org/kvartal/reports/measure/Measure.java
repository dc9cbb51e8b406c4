package org.kvartal.reports.measure;

/**
 * A ratio of facts that add up, so that it is right at every level: of a row, of a group, of the whole mart.
 *
 * @param name as tables, charts and the glossary name it
 * @param formula in words, for the glossary
 * @param unit of the result
 * @param sql aggregate expression over the rows of the mart; null where its denominator is 0
 * @param mart whose columns the expression names
 */
public record Measure(String name, String formula, String unit, String sql, String mart) {

    /** The ratio over all rows of its mart. */
    public String query() {
        return "select " + sql + " as " + name + " from mart." + mart;
    }

    /**
     * The ratio for each value of one of the mart's columns.
     *
     * @param column a column of the mart
     */
    public String queryBy(String column) {
        return "select " + column + ", " + sql + " as " + name + " from mart." + mart + " group by " + column
                + " order by " + column;
    }
}
