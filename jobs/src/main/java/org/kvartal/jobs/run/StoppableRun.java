package org.kvartal.jobs.run;

/** A run that can be asked to end. */
final class StoppableRun implements Shutdown.Stoppable {
    private final Stop stop;
    private final RunJournal journal;
    private final RunLock lock;

    StoppableRun(Stop stop, RunJournal journal, RunLock lock) {
        this.stop = stop;
        this.journal = journal;
        this.lock = lock;
    }

    @Override
    public void ask() {
        stop.ask();
    }

    @Override
    public void interrupt() {
        stop.interrupt();
    }

    /** The lock stays: the run may still write until the process has ended, and only then it is a dead one's. */
    @Override
    public String abandon() {
        lock.requireHeld();
        journal.stop();
        return stop.exception().getMessage();
    }
}
