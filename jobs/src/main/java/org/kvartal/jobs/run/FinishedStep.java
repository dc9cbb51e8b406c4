package org.kvartal.jobs.run;

import java.time.Instant;

/**
 * What a step that ended well has cost.
 *
 * @param cpuSeconds processor time of the process while the step ran
 */
public record FinishedStep(String name, Instant started, double seconds, double cpuSeconds, long sparkJobs) {}
