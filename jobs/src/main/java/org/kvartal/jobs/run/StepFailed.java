package org.kvartal.jobs.run;

/** A step of the night failed; everything before it is kept. */
public final class StepFailed extends RuntimeException {
    private final String step;

    public StepFailed(String step, Throwable cause) {
        super("step " + step + " failed: " + cause.getMessage() + "; run the same command again to resume", cause);
        this.step = step;
    }

    /** The name of the step. */
    public String step() {
        return step;
    }
}
