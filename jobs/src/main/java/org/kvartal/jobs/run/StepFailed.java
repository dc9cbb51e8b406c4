package org.kvartal.jobs.run;

/** A step of the night failed; everything before it is kept. */
public final class StepFailed extends RuntimeException {
    public StepFailed(String step, Throwable cause) {
        super("step " + step + " failed: " + cause.getMessage() + "; run the same command again to resume", cause);
    }
}
