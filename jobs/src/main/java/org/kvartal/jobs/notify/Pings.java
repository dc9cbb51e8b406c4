package org.kvartal.jobs.notify;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls addresses of a service that raises the alarm when no call comes. A call that fails is not repeated later, when it
 * would no longer be true.
 */
final class Pings {
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final Map<String, WebAddress> addresses;
    private final Duration patience;
    private final Consumer<String> lines;
    private final List<CompletableFuture<Void>> calls = new ArrayList<>();

    /** @param lines told of each failure, as one line */
    Pings(Map<String, WebAddress> addresses, Duration patience, Consumer<String> lines) {
        this.addresses = addresses;
        this.patience = patience;
        this.lines = lines;
    }

    /** Begins a call and does not wait. */
    void call(String moment) {
        WebAddress address = addresses.get(moment);
        if (address != null) {
            HttpClient client = WebhookSender.client(patience);
            HttpRequest request = HttpRequest.newBuilder(address.uri())
                    .timeout(patience)
                    .GET()
                    .build();
            calls.add(client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .handle((response, failure) -> complain(address, response, failure)));
        }
    }

    private @Nullable Void complain(
            WebAddress address, @Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            lines.accept("kvartal: Cannot ping " + address + ": " + OneLine.of(WebhookSender.reason(cause)));
        } else if (response != null && response.statusCode() / HUNDRED != SUCCESS) {
            lines.accept("kvartal: Cannot ping " + address + ": it answered " + response.statusCode());
        }
        return null;
    }

    /** Waits until all calls have ended, and not much longer than a call may take. */
    void await() {
        try {
            CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new))
                    .get(patience.toMillis() + 500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notWaitedForAnyLonger) {
            // Calls that failed have said so themselves.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        calls.clear();
    }
}
