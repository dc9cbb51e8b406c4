package org.kvartal.jobs.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.kvartal.jobs.ExitCode;

/**
 * Ends the process in good order when it is asked to, by SIGTERM or from the keyboard: the run under way may finish its
 * step, is then interrupted, and is left as if it were killed if that does not help either. All within half a minute, after
 * which service managers kill.
 */
public final class Shutdown {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<Stoppable> RUNNING = new CopyOnWriteArrayList<>();

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitCode = ExitCode.FAILED.number();

    private final Consumer<String> lines;
    private final Duration patience;

    private Shutdown(Consumer<String> lines, Duration patience) {
        this.lines = lines;
        this.patience = patience;
    }

    /** What has to be told that the process will end. */
    interface Stoppable {
        /** Asks for an end as soon as it is convenient. */
        void ask();

        /** Asks for an end now. */
        void interrupt();

        /** Does what can be done without it; the last line to tell. */
        String abandon();
    }

    /**
     * From now on signals are heard.
     *
     * @param lines is told how a run ended that could tell no more
     */
    public static Shutdown heard(Consumer<String> lines) {
        return heard(lines, PATIENCE);
    }

    static Shutdown heard(Consumer<String> lines, Duration patience) {
        Shutdown shutdown = new Shutdown(lines, patience);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::asked, "kvartal-stop"));
        return shutdown;
    }

    static void register(Stoppable running) {
        RUNNING.add(running);
    }

    static void unregister(Stoppable running) {
        RUNNING.remove(running);
    }

    /** Ends the process after its command, with the same code when it was asked to end before. */
    public void exit(int code) {
        exitCode = code;
        ended.countDown();
        System.exit(code);
    }

    private void asked() {
        if (ended.getCount() == 0 || RUNNING.isEmpty()) {
            return;
        }
        try {
            end();
        } finally {
            // Other hooks may still wait for threads that never end; the exit code would be the signal's.
            Runtime.getRuntime().halt(exitCode);
        }
    }

    private void end() {
        RUNNING.forEach(Stoppable::ask);
        if (endsInTime()) {
            return;
        }
        RUNNING.forEach(Stoppable::interrupt);
        if (!endsInTime()) {
            RUNNING.forEach(running -> lines.accept("kvartal: " + running.abandon()));
        }
    }

    private boolean endsInTime() {
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
