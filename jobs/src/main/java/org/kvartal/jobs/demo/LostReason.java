package org.kvartal.jobs.demo;

/** Why a sale was lost, as the vendor's list has it. */
enum LostReason {
    PRICE("Price too high"),
    COMPETITOR("Competitor preferred"),
    FEATURE("Missing feature"),
    BUDGET("No budget"),
    TIMING("Postponed"),
    NO_DECISION("No decision");

    private final String label;

    LostReason(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
