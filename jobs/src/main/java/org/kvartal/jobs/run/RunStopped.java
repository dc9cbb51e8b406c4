package org.kvartal.jobs.run;

/** The process was asked to end; everything before the step is kept. */
public final class RunStopped extends RuntimeException {
    public RunStopped(String step) {
        super("Cannot finish the night: asked to stop at step " + step + "; run the same command again to resume");
    }
}
