package org.kvartal.jobs.notify;

import java.util.Locale;

/** What a channel can be told of. */
public enum Event {
    /** Nothing was published: a step failed, or the run could not begin. */
    FAILED("night of %s failed"),
    /** Parts of the report, or all of it, were held back. */
    BLOCKED("night of %s is blocked"),
    /** Published, with rows in quarantine or rules of severity error that failed. */
    FINDINGS("night of %s published with findings"),
    /** Not published by the time it was expected. */
    LATE("night of %s is late"),
    /** Published, after a failure that was told. */
    RECOVERED("night of %s published after a failure"),
    /** Published. */
    PUBLISHED("night of %s published");

    private final String headline;

    Event(String headline) {
        this.headline = headline;
    }

    /** The event as settings and machines write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String headline(Object date) {
        return String.format(Locale.ROOT, headline, date);
    }
}
