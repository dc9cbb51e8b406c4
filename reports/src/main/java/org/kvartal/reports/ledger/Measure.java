package org.kvartal.reports.ledger;

/** What a ledger explains. */
public enum Measure {
    /** The amount of the open deals. */
    PIPELINE("mart.pipeline_changes", "amount", "outcome = 'open'"),
    /** The mean of the outlook of a quarter. */
    OUTLOOK("mart.outlook_changes", "outlook_amount", "outlook_amount <> 0");

    private final String changes;
    private final String amount;
    private final String counts;

    Measure(String changes, String amount, String counts) {
        this.changes = changes;
        this.amount = amount;
        this.counts = counts;
    }

    /** The mart of the changes. */
    String changes() {
        return changes;
    }

    /** Amount and deals counted on one side of {@code mart.deals_compared}: {@code before_} or {@code after_}. */
    String state(String side) {
        return side + amount + " as amount, opportunity_id from mart.deals_compared where " + side + counts;
    }
}
