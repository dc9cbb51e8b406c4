package org.kvartal.jobs.command;

import java.io.PrintWriter;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.run.RunListener;

/** One line a step on standard error: which, and how long it took. */
final class TerminalProgress implements RunListener {
    private final PrintWriter err;
    private final String label;

    /** @param label what the steps belong to, as {@code 2026-03-31} */
    TerminalProgress(PrintWriter err, String label) {
        this.err = err;
        this.label = label;
    }

    @Override
    public void stepEnded(FinishedStep step) {
        err.printf("%s  %-18s %6.1f s%n", label, step.name(), step.seconds());
        err.flush();
    }
}
