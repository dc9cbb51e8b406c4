package org.kvartal.forecast.timeseries.hierarchy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Independent pieces of work on some threads; results come in the order of the pieces. */
record Parallel(int threads) {
    <T> List<T> map(int count, IntFunction<T> work) {
        List<T> results = new ArrayList<>(count);
        if (threads == 1) {
            for (int i = 0; i < count; i++) {
                results.add(work.apply(i));
            }
            return results;
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> pieces = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int piece = i;
                pieces.add(executor.submit(() -> work.apply(piece)));
            }
            for (Future<T> piece : pieces) {
                results.add(piece.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot forecast the hierarchy: interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("Cannot forecast the hierarchy: " + e.getMessage(), e);
        } finally {
            executor.shutdownNow();
        }
    }
}
