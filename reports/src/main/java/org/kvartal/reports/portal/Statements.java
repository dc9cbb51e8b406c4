package org.kvartal.reports.portal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.data.RowPrinter;

/**
 * The statements that are running, so that each can be stopped. Every statement has a database of its own in memory, with
 * the release's files and no others: it opens in a tenth of a second, and nothing passes from one to the next.
 */
final class Statements implements AutoCloseable {
    private static final long ASK_AGAIN_MILLIS = 200;

    /** A statement under way, and why it is to end early. */
    private record Running(Datasets datasets, AtomicReference<String> reason) {
        void stop(String because) {
            reason.compareAndSet("", because);
            datasets.stop();
        }
    }

    private final Limits limits;
    private final Semaphore places;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Portal::daemon);

    Statements(Limits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.statements());
    }

    /** Hands all rows of a statement to a printer; nobody stops it but the limit of time. */
    void run(Release release, String sql, RowPrinter printer) {
        run("own " + count.incrementAndGet(), release, datasets -> datasets.query(sql, printer));
    }

    /**
     * Fills a table with the first rows of a statement.
     *
     * @param id by which it can be stopped; chosen by the page
     */
    void run(String id, Release release, String sql, ResultTable table) {
        run(id, release, datasets -> datasets.query(sql, table.mostRows() + 1, table));
    }

    private void run(String id, Release release, Consumer<Datasets> query) {
        if (!places.tryAcquire()) {
            throw new Refused(
                    429, "Cannot answer yet: " + limits.statements() + " statements are running; wait or stop one");
        }
        try (Datasets datasets = Datasets.open(release.data(), limits.memory())) {
            run(id, new Running(datasets, new AtomicReference<>("")), query);
        } catch (DataUnreadable e) {
            throw new Refused(422, e.getMessage());
        } finally {
            places.release();
        }
    }

    private void run(String id, Running statement, Consumer<Datasets> query) {
        if (running.putIfAbsent(id, statement) != null) {
            throw new Refused(409, "Invalid statement: its id is that of one that is running");
        }
        Future<?> end = timer.scheduleWithFixedDelay(
                () -> statement.stop("it took longer than " + limits.time().toSeconds() + " seconds"),
                limits.time().toMillis(),
                ASK_AGAIN_MILLIS,
                TimeUnit.MILLISECONDS);
        try {
            query.accept(statement.datasets());
        } catch (DataUnreadable e) {
            String reason = statement.reason().get();
            throw reason.isEmpty() ? e : new Refused(422, "Stopped: " + reason);
        } finally {
            end.cancel(false);
            running.remove(id);
        }
    }

    /** Nothing happens when the statement has ended meanwhile; one that is just beginning may have to be told again. */
    void stop(String id) {
        Running statement = running.get(id);
        if (statement != null) {
            statement.stop("as asked");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        running.values().forEach(statement -> statement.stop("the server ends"));
    }
}
