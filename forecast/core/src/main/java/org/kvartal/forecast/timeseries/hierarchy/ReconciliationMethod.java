package org.kvartal.forecast.timeseries.hierarchy;

/** The ways forecasts of the nodes of a hierarchy are made to add up. */
public enum ReconciliationMethod {
    /** The mean of a sturdy method and of the one with the smallest loss at rolling origins. */
    AUTO("auto"),
    /** Only the bottom series are forecast; the rest are their sums. */
    BOTTOM_UP("bottom-up"),
    /** The total is forecast and shared out by the forecasts below it. */
    TOP_DOWN("top-down"),
    /** The total is forecast and shared out as the past was. */
    TOP_DOWN_HISTORY("top-down-history"),
    /** All nodes count alike. */
    OLS("ols"),
    /** A node counts by the inverse of the number of its bottom series. */
    WLS_STRUCT("wls-struct"),
    /** A node counts by the inverse of the variance of its errors. */
    WLS_VAR("wls-var"),
    /** Nodes count by the inverse of the shrunk covariance of all errors. */
    MINT_SHRINK("mint-shrink"),
    /** As {@link #MINT_SHRINK} with fixed shrinkage, variances drawn together, and large aggregates trusted more. */
    MINT_DAMPED("mint-damped");

    private final String label;

    ReconciliationMethod(String label) {
        this.label = label;
    }

    /** The name as it is written in options and reasons, as {@code wls-var}. */
    public String label() {
        return label;
    }

    public static ReconciliationMethod labelled(String label) {
        for (ReconciliationMethod method : values()) {
            if (method.label.equals(label)) {
                return method;
            }
        }
        throw new IllegalArgumentException("Invalid reconciliation method: " + label);
    }
}
