package org.kvartal.forecast.regression;

/** A regression that its rows do not determine. */
public final class NotEstimable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param reason the rest of a sentence */
    NotEstimable(String reason) {
        super("Cannot estimate: " + reason);
    }
}
