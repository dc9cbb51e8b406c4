package org.kvartal.reports.section.summary;

/** The four blocks of page one, in reading order. */
enum Topic {
    SUCCESS("Successes", "none that goes beyond chance."),
    FAILURE("Failures", "none that goes beyond chance."),
    NEED("Future needs", "nothing in the data asks for a decision."),
    GROWTH("Growth", "not measurable.");

    private final String title;
    private final String nothing;

    Topic(String title, String nothing) {
        this.title = title;
        this.nothing = nothing;
    }

    String title() {
        return title;
    }

    /** What is written when no rule found anything. */
    String nothing() {
        return nothing;
    }
}
