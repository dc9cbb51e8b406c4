package org.kvartal.jobs.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kvartal.jobs.NotifyConfig;
import org.kvartal.jobs.notify.Event;
import org.kvartal.jobs.notify.Notice;
import org.kvartal.jobs.notify.Notifier;
import org.kvartal.jobs.run.ShellWord;
import org.kvartal.reports.publish.Releases;

/** Looks from outside whether a night has been published: a scheduler that never starts cannot say so itself. */
public final class Overdue {
    private final NotifyConfig config;
    private final Clock clock;
    private final Notifier notifier;

    /** @param lines told of each failure to send, as one line */
    public Overdue(NotifyConfig config, Clock clock, Consumer<String> lines) {
        this.config = config;
        this.clock = clock;
        this.notifier = new Notifier(config.notifications(), config.output(), clock, lines);
    }

    /**
     * Tells that a night is late, once for its date, and what is known of it.
     *
     * @return empty when it is published
     */
    public Optional<String> look(LocalDate night) {
        Releases releases = new Releases(config.output());
        if (releases.of(night).isPresent()) {
            return Optional.empty();
        }
        List<LocalDate> dates = releases.dates();
        String newest =
                dates.isEmpty() ? "nothing is published yet" : "the newest published is " + dates.get(dates.size() - 1);
        String known = attempt(night) + "; " + newest;
        try {
            notifier.tellTrouble(new Notice(
                    config.project().name(),
                    Event.LATE,
                    night,
                    "",
                    "",
                    known,
                    "kvartal status --out " + ShellWord.of(config.output())));
            new StateFiles(config, clock).late(night, "not published in time: " + known);
        } finally {
            notifier.send();
        }
        return Optional.of(known);
    }

    /** What the last start of a run has left. */
    private String attempt(LocalDate night) {
        Path file = config.output().resolve(StateFiles.ALIVE);
        if (!Files.isRegularFile(file)) {
            return "no run was ever started";
        }
        try {
            JsonNode alive = new ObjectMapper().readTree(file.toFile());
            String last = alive.path("as_of").asText();
            return last.equals(night.toString())
                    ? "its run " + state(alive.path("state").asText()) + ", "
                            + alive.path("at").asText()
                    : "it was never started; the last run was that of " + last;
        } catch (IOException e) {
            return "what was started last cannot be read";
        }
    }

    private static String state(String state) {
        return state.equals("running") ? "was started and has not ended" : "has failed";
    }
}
