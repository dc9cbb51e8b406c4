package org.kvartal.ingest.source;

/** A file handed to a method that cannot be used as it is. */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InvalidInput(String message) {
        super(message);
    }
}
