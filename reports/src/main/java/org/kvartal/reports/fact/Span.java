package org.kvartal.reports.fact;

import java.util.regex.Pattern;

/** A part of a text: words, words that lead to another page, or a fact. */
public sealed interface Span permits Span.Words, Span.Link, Fact {

    /** Words as they are; whatever they hold, they are never read as markup. */
    record Words(String words) implements Span {}

    /**
     * Words that lead to another page of the release; on paper and in sheets just the words.
     *
     * @param page relative to the page that holds the link
     */
    record Link(String words, String page) implements Span {
        private static final Pattern RELATIVE = Pattern.compile("(\\.\\./)*[a-z-]+(/[a-z-]+)*\\.html(#[a-z0-9-]+)?");

        public Link {
            if (!RELATIVE.matcher(page).matches()) {
                throw new IllegalArgumentException("Invalid page \"" + page + "\": must be a relative HTML file");
            }
        }
    }

    static Span words(String words) {
        return new Words(words);
    }

    static Span link(String words, String page) {
        return new Link(words, page);
    }
}
