package org.kvartal.ingest.lake;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Places at which a test can let the process die or an action fail: the system property {@value #SETTING} names a point,
 * the time it is reached and what happens, as {@code branch-moved:3:kill}; the name of a step before it makes the count
 * begin there, as {@code extract/lake-file-opened:1:throw}. Without the property, as in production, a point costs a
 * comparison with null.
 */
public final class FaultPoint {
    /** The system property that names the point. */
    public static final String SETTING = "kvartal.fault";

    /** How a process ends that was killed, as a shell tells it. */
    public static final int KILLED = 137;

    private static final Pattern FORM =
            Pattern.compile("((?<step>[a-z-]+)/)?(?<point>[a-z-]+):(?<time>[0-9]+):(?<manner>kill|throw)");
    private static final @Nullable FaultPoint WANTED = wanted(System.getProperty(SETTING));

    private final @Nullable String step;
    private final String point;
    private final int time;
    private final boolean kills;
    private final AtomicInteger times = new AtomicInteger();
    private volatile boolean listening;

    private FaultPoint(Matcher form) {
        this.step = form.group("step");
        this.listening = step == null;
        this.point = form.group("point");
        this.time = Integer.parseInt(form.group("time"));
        this.kills = form.group("manner").equals("kill");
    }

    private static @Nullable FaultPoint wanted(@Nullable String setting) {
        return setting == null ? null : of(setting);
    }

    static FaultPoint of(String setting) {
        Matcher form = FORM.matcher(setting);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "Invalid " + SETTING + ": " + setting + " must be [STEP/]POINT:TIME:kill or throw");
        }
        return new FaultPoint(form);
    }

    /** Tells that the program has come to a point. */
    public static void reached(String point) {
        if (WANTED != null) {
            WANTED.hear(point);
        }
    }

    /** Tells that a step of the night begins. */
    public static void entered(String step) {
        if (WANTED != null) {
            WANTED.enter(step);
        }
        reached("step-started");
    }

    void enter(String entered) {
        listening = listening || entered.equals(step);
    }

    void hear(String reached) {
        if (!listening || !reached.equals(point) || times.incrementAndGet() != time) {
            return;
        }
        if (kills) {
            // Neither hooks nor finally blocks run, as with SIGKILL.
            Runtime.getRuntime().halt(KILLED);
        }
        throw new IllegalStateException("Cannot go on: fault " + point + " was asked for");
    }
}
