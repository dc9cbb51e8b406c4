package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.util.List;
import org.kvartal.jobs.run.FinishedStep;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.watch.Progress;

/** One line a step on standard error: which, how far the run has come with it, and how long it took. */
final class TerminalProgress implements RunListener {
    private final PrintWriter err;
    private final String label;
    private final Progress progress;

    /** @param label what the steps belong to, as {@code 2026-03-31} */
    TerminalProgress(PrintWriter err, String label, Progress progress) {
        this.err = err;
        this.label = label;
        this.progress = progress;
    }

    @Override
    public void stepsPlanned(List<String> steps) {
        progress.planned(steps);
    }

    @Override
    public void stepEnded(FinishedStep step) {
        progress.done(step.name());
        err.printf("%s  %-24s  %-28s %6.1f s%n", label, step.name(), progress.text(), step.seconds());
        err.flush();
    }
}
