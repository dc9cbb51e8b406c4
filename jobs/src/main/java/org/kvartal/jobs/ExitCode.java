package org.kvartal.jobs;

/** How a command ends, for whoever schedules it. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Published, but rows were quarantined, a gate or rule of severity error failed; or a gate kept it from being published. */
    DONE_WITH_FINDINGS(1),
    /** Internal error, or asked to stop; the same command resumes. */
    FAILED(2),
    /** Usage or configuration; the same command will fail again. */
    INVALID(3),
    /** Another run holds the lock. */
    LOCKED(4),
    /** A source cannot be reached; retry later. */
    UNREACHABLE(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
