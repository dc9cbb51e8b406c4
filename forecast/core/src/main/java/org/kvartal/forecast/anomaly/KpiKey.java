package org.kvartal.forecast.anomaly;

/**
 * Which figure of which unit.
 *
 * @param kpi the figure, as {@code created_count}
 * @param scope total or the kind of unit
 * @param member which one; empty for the total
 */
public record KpiKey(String kpi, String scope, String member) {
    public static final String TOTAL = "total";

    public static KpiKey total(String kpi) {
        return new KpiKey(kpi, TOTAL, "");
    }

    public boolean isTotal() {
        return scope.equals(TOTAL);
    }
}
