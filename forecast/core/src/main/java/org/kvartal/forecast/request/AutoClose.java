package org.kvartal.forecast.request;

/** By what an end is known that no agent brought about. */
public enum AutoClose {
    /** An agent or the customer ended the request, or it has not ended. */
    NONE,
    /** Its status says so. */
    STATUS,
    /** More requests ended at that very moment than agents can solve. */
    BULK,
    /** It had waited for the customer for as long as the rule says. */
    SILENCE
}
