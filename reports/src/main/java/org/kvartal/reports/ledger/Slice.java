package org.kvartal.reports.ledger;

/** By what a ledger is split. Every slice adds up by itself. */
public enum Slice {
    OWNER("owner_id", "owner_id"),
    REGION("region", "region"),
    PRODUCT("product_id", "product_id"),
    SEGMENT("segment", "segment"),
    STAGE("stage", "stage"),
    MONTH("expected_month", "month");

    private final String ofChange;
    private final String ofState;

    Slice(String ofChange, String ofState) {
        this.ofChange = ofChange;
        this.ofState = ofState;
    }

    /** Column of the marts of changes. */
    String ofChange() {
        return ofChange;
    }

    /** Column of {@code mart.deals_compared}, but for what it begins with. */
    String ofState() {
        return ofState;
    }
}
