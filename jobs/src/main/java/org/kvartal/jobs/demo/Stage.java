package org.kvartal.jobs.demo;

/** The steps of a sale, with the chance of winning that the vendor's set-up states for each. */
enum Stage {
    QUAL("Qualification", 10),
    NEED("Needs analysis", 20),
    PROP("Proposal", 40),
    NEGO("Negotiation", 65),
    COMM("Commitment", 85),
    WON("Closed won", 100),
    LOST("Closed lost", 0);

    private final String label;
    private final int percent;

    Stage(String label, int percent) {
        this.label = label;
        this.percent = percent;
    }

    String label() {
        return label;
    }

    int percent() {
        return percent;
    }

    boolean closed() {
        return this == WON || this == LOST;
    }
}
