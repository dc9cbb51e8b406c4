package org.kvartal.jobs.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.Surroundings;

/** Settings as they are written, and what a notifier with them says and does. */
final class SomeNotifications {
    static final Instant NOW = Instant.parse("2026-04-01T02:30:00Z");
    static final LocalDate MARCH = LocalDate.parse("2026-03-31");

    private final Path folder;
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    SomeNotifications(Path folder) {
        this.folder = folder;
    }

    Path output() {
        return folder.resolve("out");
    }

    /** @param yaml the sections mail, notifications and delivery */
    NotificationSettings settings(String yaml) {
        Path file = folder.resolve("kvartal.yaml");
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
        Map<String, String> environment = Map.of("MAIL_PASSWORD", "s3cret", "HOOK_KEY", "signs");
        ConfigFile config = ConfigFile.read(file, new Surroundings(environment, folder, Map.of()));
        NotificationSettings settings = NotificationSettings.read(config.root(), List.of("en", "sk"));
        config.root().section("report").sections("editions").values().forEach(edition -> edition.text("audience", ""));
        config.problems().throwIfAny();
        return settings;
    }

    Notifier notifier(String yaml) {
        return notifier(yaml, NOW);
    }

    Notifier notifier(String yaml, Instant now) {
        return new Notifier(settings(yaml), output(), Clock.fixed(now, ZoneOffset.UTC), lines::add);
    }

    static Notice failed(LocalDate night, String cause) {
        return new Notice(
                "Meridian", Event.FAILED, night, night + ".1", "extract", cause, "kvartal run --as-of " + night);
    }

    static Notice published(Event event) {
        return new Notice("Meridian", event, MARCH, MARCH + ".1", "", "", "");
    }

    /** The names of the messages in a state of the outbox, without their digests. */
    List<String> outbox(String state) {
        Path found = output().resolve("outbox").resolve(state);
        if (!Files.isDirectory(found)) {
            return List.of();
        }
        try (var files = Files.list(found)) {
            return files.map(file -> file.getFileName().toString().replaceAll("-[0-9a-f]{20}\\.json$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + found + ": " + e.getMessage(), e);
        }
    }
}
