package org.kvartal.jobs.run;

/** Hears how far a run has come. */
public interface Progress {
    void stepStarted(String step);

    void stepEnded(String step);
}
