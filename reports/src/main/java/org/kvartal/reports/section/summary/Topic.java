package org.kvartal.reports.section.summary;

import org.kvartal.reports.fact.Message;

/** The four blocks of page one, in reading order. */
enum Topic {
    SUCCESS("Successes", "none that goes beyond chance."),
    FAILURE("Failures", "none that goes beyond chance."),
    NEED("Future needs", "nothing in the data asks for a decision."),
    GROWTH("Growth", "not measurable.");

    private final @Message String title;
    private final @Message String nothing;

    Topic(@Message String title, @Message String nothing) {
        this.title = title;
        this.nothing = nothing;
    }

    @Message
    String title() {
        return title;
    }

    /** What is written when no rule found anything. */
    @Message
    String nothing() {
        return nothing;
    }
}
