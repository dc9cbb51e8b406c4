package org.kvartal.jobs.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/**
 * That a process writes to an output folder, as others read it.
 *
 * @param since when it began
 * @param heartbeat when it last said that it lives
 */
record Lease(RunningProcess owner, Instant since, Instant heartbeat) {
    private static final String SINCE = "since";
    private static final String HEARTBEAT = "heartbeat";

    static Lease of(RunningProcess owner, Instant now) {
        return new Lease(owner, now, now);
    }

    /** Of one who did not come to write, or not to the end, who he is. */
    static Lease ofUnknown(Instant heartbeat) {
        return of(new RunningProcess("unknown host", "", "unknown", "", 0, ""), heartbeat);
    }

    Lease beating(Instant now) {
        return new Lease(owner, since, now);
    }

    static Lease read(Properties text) {
        RunningProcess owner = new RunningProcess(
                required(text, "host"),
                required(text, "machine"),
                required(text, "boot"),
                required(text, "space"),
                Long.parseLong(required(text, "pid")),
                required(text, "started"));
        return new Lease(owner, Instant.parse(required(text, SINCE)), Instant.parse(required(text, HEARTBEAT)));
    }

    private static String required(Properties text, String key) {
        String value = text.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("Invalid lease: there is no " + key);
        }
        return value;
    }

    Properties text() {
        Properties text = new Properties();
        text.setProperty("host", owner.host());
        text.setProperty("machine", owner.machine());
        text.setProperty("boot", owner.boot());
        text.setProperty("space", owner.space());
        text.setProperty("pid", Long.toString(owner.pid()));
        text.setProperty("started", owner.started());
        text.setProperty(SINCE, since.toString());
        text.setProperty(HEARTBEAT, heartbeat.toString());
        return text;
    }

    /** How long it has been silent; negative when the clocks of two machines differ. */
    Duration silence(Instant now) {
        return Duration.between(heartbeat, now);
    }

    /** Who holds it, for people. */
    String describe(Instant now) {
        return "pid " + owner.pid() + " on " + owner.host() + " since " + since.truncatedTo(ChronoUnit.SECONDS)
                + ", heartbeat " + silence(now).toSeconds() + " s ago";
    }
}
