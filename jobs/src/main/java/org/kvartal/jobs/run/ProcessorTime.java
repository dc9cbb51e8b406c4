package org.kvartal.jobs.run;

import java.time.Duration;

/** What this process has cost so far. */
public final class ProcessorTime {
    private ProcessorTime() {}

    /** Processor time of all threads; zero where the system does not tell. */
    public static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
