package org.kvartal.jobs.command;

/** A command that cannot do what its options ask. */
public final class InvalidUse extends RuntimeException {
    public InvalidUse(String message) {
        super(message);
    }
}
