package org.kvartal.forecast.timeseries.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Work on several threads whose results come in the order in which it was handed in.
 *
 * <p>Whoever hands work in waits while too much of it is unfinished, so that memory does not grow with the amount. Results
 * are taken on the thread that hands in. With one thread nothing runs in parallel.
 *
 * @param <S> what is handed in
 * @param <R> what the work makes of it
 */
public final class InOrder<S, R> implements AutoCloseable {
    /** Pieces of work per thread: enough for others to go on while the oldest takes long. */
    private static final int AHEAD = 64;

    private final int threads;
    private final Function<? super S, ? extends R> work;
    private final Consumer<? super R> results;
    private final ExecutorService workers;
    private final Deque<Future<R>> unfinished = new ArrayDeque<>();

    /** @param threads at least 1 */
    public InOrder(int threads, Function<? super S, ? extends R> work, Consumer<? super R> results) {
        if (threads < 1) {
            throw new IllegalArgumentException("Invalid number of threads: %d, must be at least 1".formatted(threads));
        }
        this.threads = threads;
        this.work = work;
        this.results = results;
        this.workers = Executors.newFixedThreadPool(threads, InOrder::daemon);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "kvartal-series");
        thread.setDaemon(true);
        return thread;
    }

    /** Hands work in, and takes results that are due. */
    public void accept(S piece) {
        if (threads == 1) {
            results.accept(work.apply(piece));
            return;
        }
        unfinished.add(workers.submit(() -> work.apply(piece)));
        while (unfinished.size() >= threads * AHEAD
                || !unfinished.isEmpty() && unfinished.element().isDone()) {
            results.accept(resultOf(unfinished.remove()));
        }
    }

    /** Takes all results that are left. */
    public void finish() {
        while (!unfinished.isEmpty()) {
            results.accept(resultOf(unfinished.remove()));
        }
    }

    private static <R> R resultOf(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Cannot go on: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot go on: the thread was interrupted", stopped);
        }
    }

    /** Ends the threads; work that is unfinished is lost. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}
