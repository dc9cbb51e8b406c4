package org.kvartal.reports.document;

import org.kvartal.reports.fact.Fact;

/** What stands in one place of a table. */
public sealed interface Cell {

    /** A name; never read as a formula or as markup. */
    record Label(String text) implements Cell {}

    record Number(Fact fact) implements Cell {}

    /** Nothing, as the total of what cannot be added. */
    record Blank() implements Cell {}

    static Cell label(String text) {
        return new Label(text);
    }

    static Cell number(Fact fact) {
        return new Number(fact);
    }

    static Cell blank() {
        return new Blank();
    }
}
