package org.kvartal.jobs.notify;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells people and systems what they asked to be told. Each message becomes a file in the outbox first; sending comes
 * after, and a failure to send is a line, never an exception.
 */
public final class Notifier {
    private final NotificationSettings settings;
    private final Outbox outbox;
    private final Path output;
    private final Clock clock;
    private final Consumer<String> lines;
    private final Pings pings;
    private final List<Message> unsaved = new ArrayList<>();

    /**
     * @param output the output folder of the project
     * @param lines told of each failure to send, as one line
     */
    public Notifier(NotificationSettings settings, Path output, Clock clock, Consumer<String> lines) {
        this.settings = settings;
        this.outbox = new Outbox(output);
        this.output = output;
        this.clock = clock;
        this.lines = lines;
        this.pings = new Pings(settings.pings(), settings.patience(), lines);
    }

    /** Calls the address of a moment, as {@code started}, without waiting. */
    public void ping(String moment) {
        pings.call(moment);
    }

    /** Puts the first of the notices that a channel listens to into the outbox, for each channel. */
    public void tell(List<Notice> gravestFirst) {
        Trouble trouble = Trouble.read(outbox);
        Instant now = clock.instant();
        for (Channel channel : settings.channels()) {
            gravestFirst.stream()
                    .filter(notice -> channel.events().contains(notice.event()))
                    .findFirst()
                    .ifPresent(notice -> channel.recipients()
                            .forEach(recipient ->
                                    put(Message.of(notice, channel.name(), recipient, trouble.number(), now))));
        }
    }

    /** As {@link #tell}, of a night of which nothing was published; the next good one is told to have recovered. */
    public void tellTrouble(Notice notice) {
        tell(List.of(notice));
        boolean heard = settings.channels().stream()
                .anyMatch(channel -> channel.events().contains(notice.event()));
        if (heard) {
            keep(Trouble.read(outbox).with(notice.asOf()));
        }
    }

    /** A disk that is full is itself what must be told: then the message goes out without its file. */
    private void put(Message message) {
        try {
            outbox.put(message);
        } catch (UncheckedIOException e) {
            lines.accept(
                    "kvartal: " + OneLine.of(String.valueOf(e.getMessage())) + "; the message is sent once or lost");
            unsaved.add(message);
        }
    }

    private void keep(Trouble trouble) {
        try {
            trouble.write(outbox);
        } catch (UncheckedIOException e) {
            lines.accept("kvartal: " + OneLine.of(String.valueOf(e.getMessage())));
        }
    }

    /** Puts a message that says nothing into the outbox, for each channel and recipient. */
    public void tellTest(String project) {
        Instant now = clock.instant();
        settings.channels()
                .forEach(channel -> channel.recipients()
                        .forEach(recipient -> put(Message.test(project, channel.name(), recipient, now))));
    }

    /** The nights whose failure was told since the last good one, oldest first. */
    public List<LocalDate> troubles() {
        return Trouble.read(outbox).nights().stream().map(LocalDate::parse).toList();
    }

    /** Tells that the trouble is over. */
    public void tellRecovery(Notice notice) {
        tell(List.of(notice));
        keep(Trouble.read(outbox).over());
    }

    /**
     * Puts a report into the outbox for those who are to get it, unless they have got one with the same content.
     *
     * @param release folder of what was published
     */
    public void deliver(LocalDate asOf, String run, Path release) {
        for (ReportMail mail : settings.reports()) {
            Optional<ReportFiles> files = ReportFiles.of(mail, asOf, run, output, release);
            files.ifPresentOrElse(
                    found -> mail.to().forEach(recipient -> put(found.message(recipient, clock.instant()))),
                    () -> lines.accept(
                            "kvartal: Cannot deliver " + mail.name() + ": there is no report in " + mail.in(release)));
        }
    }

    /** Sends what waits in the outbox, each message once, within a time limit. Waits for pings too. */
    public void send() {
        Round round = new Round(outbox, new Senders(settings, output), settings, clock, lines);
        List<Message> now = List.copyOf(unsaved);
        unsaved.clear();
        if (!now.isEmpty()) {
            round.sendUnsaved(now);
        } else if (Files.isDirectory(outbox.folder()) && !outbox.alone(round::run)) {
            lines.accept("kvartal: another process sends what waits in the outbox");
        }
        pings.await();
    }

    /** What waits in the outbox, oldest first, in words. */
    public List<String> waiting() {
        return outbox.waiting().stream()
                .map(message -> message.described() + ", since " + message.at())
                .toList();
    }

    /** What was given up, oldest first, in words. */
    public List<String> givenUp() {
        return outbox.givenUp().stream()
                .map(message -> message.described() + ", since " + message.at())
                .toList();
    }
}
