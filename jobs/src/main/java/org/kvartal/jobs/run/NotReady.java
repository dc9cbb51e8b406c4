package org.kvartal.jobs.run;

/** Something that a night needs is not there; nothing was begun. */
public final class NotReady extends RuntimeException {
    /** @param what is missing, and what to do */
    public NotReady(String what) {
        super("Cannot start: " + what);
    }
}
