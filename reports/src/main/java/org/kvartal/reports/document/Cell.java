package org.kvartal.reports.document;

import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;

/** What stands in one place of a table. */
public sealed interface Cell {

    /** A name or a message; never read as a formula or as markup. */
    record Label(Text text) implements Cell {}

    record Number(Fact fact) implements Cell {}

    /** Nothing, as the total of what cannot be added. */
    record Blank() implements Cell {}

    static Cell label(Text text) {
        return new Label(text);
    }

    static Cell label(@Message String message) {
        return new Label(Text.of(message));
    }

    static Cell number(Fact fact) {
        return new Number(fact);
    }

    static Cell blank() {
        return new Blank();
    }
}
