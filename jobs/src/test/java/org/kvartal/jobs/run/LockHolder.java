package org.kvartal.jobs.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** A process that holds the lock of an output folder until its standard input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws IOException {
        RunLock lock = RunLock.take(Path.of(args[0]), Claimant.thisProcess(args[1], Clock.systemUTC()));
        System.out.println("held");
        System.in.read();
        lock.close();
    }
}
