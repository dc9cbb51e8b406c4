package org.kvartal.jobs.explore;

/** A script that is no Java, or that ended with an exception. */
public final class ScriptFailed extends RuntimeException {
    ScriptFailed(String message) {
        super(message);
    }
}
