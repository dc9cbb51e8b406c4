package org.kvartal.jobs.command;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import org.kvartal.jobs.run.Claimant;

/** Who is running, for whoever finds the lock taken. */
final class ThisProcess {
    private ThisProcess() {}

    static Claimant describe() {
        return Claimant.thisProcess(host(), Clock.systemUTC());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }
}
