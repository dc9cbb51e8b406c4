package org.kvartal.jobs.run;

import java.util.List;

/**
 * Watches a run: progress on the terminal, history, metrics, notifications. A run calls its listener from one thread, in
 * the order of the methods here, and ends no differently for it.
 */
public interface RunListener {
    /** The run begins, or goes on where an earlier attempt at it stopped. */
    default void runStarted(RunState run) {}

    /** Which steps are still to be done, in order. */
    default void stepsPlanned(List<String> steps) {}

    default void stepStarted(String step) {}

    /** A step has ended well. How a step fails is told with the end of the run. */
    default void stepEnded(FinishedStep step) {}

    /** Always the last call, and the only one when the run could not begin. The lock is still held, if it was taken. */
    default void runEnded(RunOutcome outcome) {}
}
