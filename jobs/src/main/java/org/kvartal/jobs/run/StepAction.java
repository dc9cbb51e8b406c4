package org.kvartal.jobs.run;

import org.springframework.batch.core.job.JobInterruptedException;

/** What becomes of a step when its turn comes. */
interface StepAction {
    void run(String name, Runnable action) throws JobInterruptedException;
}
