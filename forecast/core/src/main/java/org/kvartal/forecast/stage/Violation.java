package org.kvartal.forecast.stage;

/**
 * A departure from the order of stages.
 *
 * @param stage the stage skipped, gone back to, entered again, or not in the order
 */
public record Violation(Kind kind, String stage) {
    /** What was done. */
    public enum Kind {
        /** A stage that has to be entered was not, before a later one was, or before the deal was won. */
        SKIPPED,
        /** A stage was entered from a later one. */
        BACKWARD,
        /** A stage was entered in which the deal had been before. */
        REENTERED,
        /** A stage was entered that is not in the order. */
        UNDECLARED
    }
}
