package org.kvartal.jobs.notify;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
                                    outbox.put(Message.of(notice, channel.name(), recipient, trouble.number(), now))));
        }
    }

    /** As {@link #tell}, of a night of which nothing was published; the next good one is told to have recovered. */
    public void tellTrouble(Notice notice) {
        tell(List.of(notice));
        boolean heard = settings.channels().stream()
                .anyMatch(channel -> channel.events().contains(notice.event()));
        if (heard) {
            Trouble.read(outbox).with(notice.asOf()).write(outbox);
        }
    }

    /** The nights whose failure was told since the last good one, oldest first. */
    public List<LocalDate> troubles() {
        return Trouble.read(outbox).nights().stream().map(LocalDate::parse).toList();
    }

    /** Tells that the trouble is over. */
    public void tellRecovery(Notice notice) {
        tell(List.of(notice));
        Trouble.read(outbox).over().write(outbox);
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
                    found -> mail.to().forEach(recipient -> outbox.put(found.message(recipient, clock.instant()))),
                    () -> lines.accept(
                            "kvartal: Cannot deliver " + mail.name() + ": there is no report in " + mail.in(release)));
        }
    }

    /** Sends what waits in the outbox, each message once; a time limit holds. Waits for pings too. */
    public void send() {
        boolean alone =
                outbox.alone(() -> new Round(outbox, new Senders(settings, output), settings, clock, lines).run());
        if (!alone) {
            lines.accept("kvartal: another process sends what waits in the outbox");
        }
        pings.await();
    }

    /** What waits in the outbox, oldest first. */
    public List<Message> waiting() {
        return outbox.waiting();
    }
}
