package org.kvartal.reports.section.summary;

import org.kvartal.reports.fact.Text;

/** The four blocks of page one, in reading order. */
public enum Topic {
    SUCCESS(Text.of("Successes"), Text.of("Nothing stands out: no success goes beyond chance.")),
    FAILURE(Text.of("Failures"), Text.of("Nothing stands out: no failure goes beyond chance.")),
    NEED(Text.of("Future needs"), Text.of("Nothing stands out: no number asks for more than is done.")),
    GROWTH(Text.of("Growth"), Text.of("Growth is not measurable with these data."));

    private final Text title;
    private final Text nothing;

    Topic(Text title, Text nothing) {
        this.title = title;
        this.nothing = nothing;
    }

    public Text title() {
        return title;
    }

    /** What is written when no rule found anything. */
    Text nothing() {
        return nothing;
    }
}
