package org.kvartal.jobs.run;

import java.nio.file.Path;

/**
 * Keeps the record of a run while it goes on: which steps are done. Whoever goes on with the run leaves these out, even if
 * Spring Batch's own memory of them is lost.
 */
final class RunJournal {
    private final Path output;
    private RunState state;

    RunJournal(Path output, RunState state) {
        this.output = output;
        this.state = state;
    }

    synchronized RunState state() {
        return state;
    }

    synchronized boolean has(String step) {
        return state.steps().stream().anyMatch(done -> done.name().equals(step));
    }

    synchronized void add(FinishedStep step) {
        keep(state.with(step));
    }

    synchronized void stop() {
        keep(state.stopped());
    }

    synchronized void finish() {
        keep(state.finished());
    }

    private void keep(RunState next) {
        next.write(output);
        state = next;
    }
}
