package org.kvartal.reports.fact;

/** A part of a text: words, or a fact. */
public sealed interface Span permits Span.Words, Fact {

    /** Words as they are; whatever they hold, they are never read as markup. */
    record Words(String words) implements Span {}

    static Span words(String words) {
        return new Words(words);
    }
}
