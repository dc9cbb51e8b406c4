package org.kvartal.forecast.request;

import java.util.Locale;

/** How a request ended. */
public enum Ending {
    /** It goes on. */
    OPEN,
    /** An agent solved it. */
    RESOLVED,
    /** It was closed by a rule and not by an agent: nobody answered, or very many were closed at once. */
    AUTO_CLOSED,
    /** It was withdrawn, or merged into another. */
    CANCELLED;

    /** The word for it in tables. */
    public String word() {
        return this == AUTO_CLOSED ? "auto-closed" : name().toLowerCase(Locale.ROOT);
    }
}
