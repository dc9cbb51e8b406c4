package org.kvartal.jobs.run;

import org.jspecify.annotations.Nullable;

/**
 * A run's side of being asked to end: no further step begins, and the one that runs is interrupted when it takes too long.
 * Only an action of a step is ever interrupted: the job repository would close its file.
 */
final class Stop {
    private final Thread worker = Thread.currentThread();
    private boolean working;
    private boolean asked;
    private @Nullable String step;

    /** Before a step; false when it may not begin. */
    synchronized boolean enter(String next) {
        step = next;
        working = !asked;
        return working;
    }

    /** After a step, however it ended. */
    synchronized void leave() {
        working = false;
        // An interruption that came too late is no one's.
        Thread.interrupted();
    }

    synchronized void ask() {
        asked = true;
    }

    synchronized boolean isAsked() {
        return asked;
    }

    synchronized void interrupt() {
        if (working) {
            worker.interrupt();
        }
    }

    /** What the run ends with. */
    synchronized RunStopped exception() {
        return new RunStopped(step == null ? "check-sources" : step);
    }
}
