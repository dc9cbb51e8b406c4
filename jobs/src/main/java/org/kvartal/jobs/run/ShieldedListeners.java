package org.kvartal.jobs.run;

import java.util.List;
import java.util.function.Consumer;

/** Several listeners as one. A listener that fails is told in one line; neither the others nor the run suffer for it. */
public final class ShieldedListeners implements RunListener {
    private final List<RunListener> listeners;
    private final Consumer<String> complaints;

    /** @param complaints is told each failure, as one line */
    public ShieldedListeners(List<RunListener> listeners, Consumer<String> complaints) {
        this.listeners = List.copyOf(listeners);
        this.complaints = complaints;
    }

    @Override
    public void runStarted(RunState run) {
        tellAll(listener -> listener.runStarted(run));
    }

    @Override
    public void stepsPlanned(List<String> steps) {
        tellAll(listener -> listener.stepsPlanned(steps));
    }

    @Override
    public void stepStarted(String step) {
        tellAll(listener -> listener.stepStarted(step));
    }

    @Override
    public void stepEnded(FinishedStep step) {
        tellAll(listener -> listener.stepEnded(step));
    }

    @Override
    public void runEnded(RunOutcome outcome) {
        tellAll(listener -> listener.runEnded(outcome));
    }

    private void tellAll(Consumer<RunListener> call) {
        for (RunListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException | LinkageError e) {
                complaints.accept("kvartal: " + listener.getClass().getSimpleName() + " failed: " + oneLine(e));
            }
        }
    }

    private static String oneLine(Throwable e) {
        return String.valueOf(e.getMessage() == null ? e : e.getMessage()).replaceAll("\\R\\s*", " ");
    }
}
