package org.kvartal.reports.document;

import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;

/** What the reader has to know before believing the numbers, or why there are none. */
public record Notice(Kind kind, Text text) implements Block {

    /** Why the notice is given. */
    public enum Kind {
        CAVEAT,
        NO_DATA,
        BLOCKED
    }

    public static Notice caveat(Text text) {
        return new Notice(Kind.CAVEAT, text);
    }

    public static Notice noData(Text text) {
        return new Notice(Kind.NO_DATA, text);
    }

    static Notice blocked(Text reason) {
        return new Notice(Kind.BLOCKED, reason);
    }

    @Override
    public Stream<Fact> facts() {
        return text.facts();
    }
}
