package org.kvartal.forecast.adoption;

/** What is known of one person on one working day. */
public enum Presence {
    /** Not with the company, or known to be absent. */
    OUT,
    /** No trace at all: at leave, at other work, or no longer using the system. */
    SILENT,
    /** Left a trace, as a login, but did nothing that counts as use. */
    SEEN,
    /** Did something that counts as use. */
    ACTIVE
}
