package org.kvartal.jobs.notify;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One round of the outbox: each waiting message is tried once, to each place oldest first, to all places at the same time.
 * What is not through when the time is over waits for the next round.
 */
final class Round {
    private static final Duration TIME_FOR_REPORTS = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final Senders senders;
    private final NotificationSettings settings;
    private final Clock clock;
    private final Consumer<String> lines;
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> unsaved = new HashSet<>();

    /** @param lines told of each failure, as one line */
    Round(Outbox outbox, Senders senders, NotificationSettings settings, Clock clock, Consumer<String> lines) {
        this.outbox = outbox;
        this.senders = senders;
        this.settings = settings;
        this.clock = clock;
        this.lines = lines;
    }

    /** Notices first: they are small, and people wait for them. */
    void run() {
        Map<Boolean, List<Message>> waiting = outbox.waiting().stream()
                .collect(Collectors.partitioningBy(
                        message -> message.attachments().isEmpty()));
        send(waiting.get(true), settings.patience().plusSeconds(1));
        send(waiting.get(false), TIME_FOR_REPORTS);
    }

    /** Tries messages that could not be put into the outbox. */
    void sendUnsaved(List<Message> messages) {
        messages.forEach(message -> unsaved.add(message.id()));
        send(messages, settings.patience().plusSeconds(1));
    }

    private void send(List<Message> messages, Duration time) {
        Map<Sender, List<Message>> bySender = new LinkedHashMap<>();
        for (Message message : messages) {
            senders.of(message)
                    .ifPresentOrElse(
                            sender -> bySender.computeIfAbsent(sender, key -> new ArrayList<>())
                                    .add(message),
                            () -> abandon(message));
        }
        Instant end = clock.instant().plus(time);
        Map<Sender, FutureTask<Void>> tasks = new LinkedHashMap<>();
        bySender.forEach((sender, all) -> tasks.put(sender, started(sender, all, end)));
        tasks.forEach((sender, task) -> await(sender, task, end));
    }

    private FutureTask<Void> started(Sender sender, List<Message> messages, Instant end) {
        FutureTask<Void> task = new FutureTask<>(
                () -> {
                    for (Message message : messages) {
                        if (silent.contains(sender.place()) || !clock.instant().isBefore(end)) {
                            return;
                        }
                        send(sender, message);
                    }
                },
                null);
        Thread thread = new Thread(task, "notify");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private void await(Sender sender, FutureTask<Void> task, Instant end) {
        try {
            task.get(Math.max(0, Duration.between(clock.instant(), end).toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            silent.add(sender.place());
            lines.accept("kvartal: " + sender.place() + " is too slow; what it was to be sent waits in the outbox");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot send to " + sender.place() + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Sender sender, Message message) {
        try {
            sender.send(message);
            if (!unsaved.contains(message.id())) {
                outbox.sent(message);
            }
        } catch (UncheckedIOException e) {
            lines.accept("kvartal: " + e.getMessage() + "; " + message.described() + " will be sent twice");
        } catch (Undelivered e) {
            if (e.reach() == Undelivered.Reach.PLACE) {
                silent.add(sender.place());
            }
            keepOrGiveUp(message, String.valueOf(e.getMessage()));
        }
    }

    private void keepOrGiveUp(Message message, String reason) {
        if (unsaved.contains(message.id())) {
            lines.accept("kvartal: " + reason + "; " + message.described() + " is lost");
        } else if (message.since().plus(settings.keep()).isAfter(clock.instant())) {
            lines.accept("kvartal: " + reason + "; " + message.described() + " waits in the outbox");
        } else {
            outbox.giveUp(message);
            lines.accept("kvartal: " + reason + "; " + message.described() + " is given up after "
                    + settings.keep().toDays() + " days");
        }
    }

    private void abandon(Message message) {
        outbox.giveUp(message);
        lines.accept(
                "kvartal: " + message.described() + " is given up: the configuration has no such channel any more");
    }
}
