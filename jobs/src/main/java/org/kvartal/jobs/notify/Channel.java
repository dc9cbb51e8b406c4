package org.kvartal.jobs.notify;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.NearestKey;
import org.kvartal.ingest.settings.Secret;

/** Section {@code notifications.channels.<name>}: a way on which people or other systems are told. */
public sealed interface Channel {
    String name();

    /** What it is told of. */
    Set<Event> events();

    /** Who is told separately; for channels other than mail one without a name. */
    default List<String> recipients() {
        return List.of("");
    }

    /** A mail to each address. */
    record Mail(String name, Set<Event> events, List<String> to) implements Channel {
        @Override
        public List<String> recipients() {
            return to;
        }
    }

    /**
     * A JSON object is posted.
     *
     * @param key signs what is posted
     */
    record Webhook(String name, Set<Event> events, WebAddress url, Optional<Secret> key) implements Channel {}

    /** A JSON object is appended to a file, one a line. */
    record Lines(String name, Set<Event> events, Path file) implements Channel {}

    /** A JSON object becomes a file of its own. */
    record Folder(String name, Set<Event> events, Path folder) implements Channel {}

    /** Empty when the section cannot be used; why is noted. */
    static Optional<Channel> read(String name, ConfigSection section, Optional<MailServer> server) {
        Set<Event> events = events(section);
        String kind = section.oneOf("kind", List.of("mail", "webhook", "file"));
        return switch (kind) {
            case "mail" -> {
                section.require(server.isPresent(), "kind", "needs the section mail, which names the server");
                yield Optional.of(new Mail(name, events, addresses(section)));
            }
            case "webhook" -> webhook(name, events, section);
            default -> file(name, events, section);
        };
    }

    private static Set<Event> events(ConfigSection section) {
        Set<Event> usual = EnumSet.complementOf(EnumSet.of(Event.PUBLISHED));
        List<String> known = Arrays.stream(Event.values()).map(Event::label).toList();
        if (!section.has("events")) {
            return usual;
        }
        List<String> written = section.texts("events");
        Set<Event> events = EnumSet.noneOf(Event.class);
        for (String label : written) {
            section.require(
                    known.contains(label),
                    "events",
                    "must be chosen from " + String.join(", ", known)
                            + NearestKey.of(label, known)
                                    .map(nearest -> "; did you mean " + nearest + "?")
                                    .orElse(""));
            Arrays.stream(Event.values())
                    .filter(event -> event.label().equals(label))
                    .forEach(events::add);
        }
        return events;
    }

    /** The addresses at key {@code to}. */
    static List<String> addresses(ConfigSection section) {
        List<String> to = section.oneOrMore("to");
        for (String address : to) {
            section.require(
                    MailServer.isAddress(address),
                    "to",
                    "must hold mail addresses, as reports@example.com, not " + address);
        }
        section.require(!to.isEmpty(), "to", "must name somebody");
        return to.stream().distinct().toList();
    }

    private static Optional<Channel> webhook(String name, Set<Event> events, ConfigSection section) {
        Optional<WebAddress> url = WebAddress.parse(section.privateText("url"));
        section.require(url.isPresent(), "url", WebAddress.RULE);
        Optional<Secret> key = section.optionalSecret("signature-key");
        return url.map(found -> new Webhook(name, events, found, key));
    }

    private static Optional<Channel> file(String name, Set<Event> events, ConfigSection section) {
        section.require(
                section.has("append-to") != section.has("folder"), "kind", "needs append-to: FILE or folder: FOLDER");
        return Optional.of(
                section.has("folder")
                        ? new Folder(name, events, section.path("folder"))
                        : new Lines(name, events, section.path("append-to", ".")));
    }
}
