package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.kvartal.jobs.run.Progress;

/** One line a step on standard error: which, and how long it took. */
final class TerminalProgress implements Progress {
    private final PrintWriter err;
    private final String label;
    private final Map<String, Long> started = new HashMap<>();

    /** @param label what the steps belong to, as {@code 2026-03-31} */
    TerminalProgress(PrintWriter err, String label) {
        this.err = err;
        this.label = label;
    }

    @Override
    public void stepStarted(String step) {
        started.put(step, System.nanoTime());
    }

    @Override
    public void stepEnded(String step) {
        err.printf("%s  %-18s %6.1f s%n", label, step, (System.nanoTime() - started.get(step)) / 1e9);
        err.flush();
    }
}
