package org.kvartal.ingest.source;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Tries again what fails because a source does not answer, after waits that double.
 *
 * <p>A new connection sees the source as of another moment. Whoever reads several tables therefore repeats all of
 * them, not only the one that broke off.
 *
 * @param attempts in all
 */
public record Retries(int attempts, Duration firstWait) {

    /** For nightly runs: half a minute in all. */
    public static final Retries NIGHTLY = new Retries(4, Duration.ofSeconds(4));

    /** The result of the first attempt that succeeds; the failure of the last one if none does. */
    public <T> T of(Supplier<T> work) {
        for (int attempt = 1; attempt < attempts; attempt++) {
            try {
                return work.get();
            } catch (SourceUnreachable unreachable) {
                if (unreachable.outlook() == SourceUnreachable.Outlook.HOPELESS) {
                    throw unreachable;
                }
                pause(firstWait.multipliedBy(1L << (attempt - 1)), unreachable);
            }
        }
        return work.get();
    }

    private static void pause(Duration wait, SourceUnreachable unreachable) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable;
        }
    }
}
