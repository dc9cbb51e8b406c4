package org.kvartal.jobs.run;

import java.time.Clock;

/** Who asks for the lock of an output folder, and by which clock. */
public record Claimant(RunningProcess process, Clock clock) {

    /**
     * This process.
     *
     * @param host name of this machine
     */
    public static Claimant thisProcess(String host, Clock clock) {
        return new Claimant(RunningProcess.here(host), clock);
    }
}
