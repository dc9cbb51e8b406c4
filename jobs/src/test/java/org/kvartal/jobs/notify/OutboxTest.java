package org.kvartal.jobs.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.jobs.notify.SomeNotifications.MARCH;
import static org.kvartal.jobs.notify.SomeNotifications.NOW;
import static org.kvartal.jobs.notify.SomeNotifications.failed;
import static org.kvartal.jobs.notify.SomeNotifications.published;

/** What is put into the outbox, to whom and how often; channels here are files. */
class OutboxTest {
    private static final String TWO_CHANNELS = """
            notifications:
              channels:
                first: { kind: file, append-to: first.jsonl }
                second: { kind: file, folder: second, events: [published, recovered] }
            """;

    @TempDir
    Path folder;

    private List<String> first() throws IOException {
        Path file = folder.resolve("first.jsonl");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    @Test
    void tellsEachChannelTheGravestThingItListensTo() throws IOException {
        SomeNotifications some = new SomeNotifications(folder);
        Notifier notifier = some.notifier(TWO_CHANNELS);
        notifier.tell(List.of(published(Event.FINDINGS), published(Event.PUBLISHED)));
        notifier.send();

        assertThat(first()).singleElement().asString().contains("\"event\":\"findings\"", "\"as_of\":\"2026-03-31\"");
        assertThat(folder.resolve("second").toFile().list())
                .singleElement()
                .asString()
                .matches("published-2026-03-31-[0-9a-f]{20}\\.json");
        assertThat(some.outbox("waiting")).isEmpty();
        assertThat(some.outbox("sent")).containsExactly("findings-2026-03-31", "published-2026-03-31");
        assertThat(some.lines).isEmpty();
    }

    @Test
    void tellsTheSameCauseOfADateOnce() throws IOException {
        SomeNotifications some = new SomeNotifications(folder);
        for (String cause : List.of("gave up after 28 s", "gave up after 31 s", "disk full", "disk full")) {
            Notifier notifier = some.notifier(TWO_CHANNELS);
            notifier.tellTrouble(failed(MARCH, cause));
            notifier.send();
        }
        assertThat(first()).hasSize(2);
        assertThat(first().get(0)).contains("gave up after 28 s");
        assertThat(first().get(1)).contains("disk full");
    }

    @Test
    void tellsARecoveryOnceAndTheSameFailureAgainAfterIt() throws IOException {
        SomeNotifications some = new SomeNotifications(folder);
        Notifier notifier = some.notifier(TWO_CHANNELS);
        assertThat(notifier.troubles()).isEmpty();

        notifier.tellTrouble(failed(MARCH, "disk full"));
        notifier.tellTrouble(failed(MARCH, "disk full"));
        assertThat(notifier.troubles()).containsExactly(MARCH);
        notifier.tellRecovery(published(Event.RECOVERED));
        assertThat(notifier.troubles()).isEmpty();
        notifier.tellTrouble(failed(MARCH, "disk full"));
        notifier.send();

        assertThat(first())
                .extracting(line -> line.replaceAll(".*\"event\":\"(\\w+)\".*", "$1"))
                .containsExactlyInAnyOrder("failed", "recovered", "failed");
    }

    @Test
    void sendsOldestFirstAndKeepsWhatCannotBeSent() throws IOException {
        Files.createDirectories(folder.resolve("first.jsonl")); // nobody can append to a folder
        SomeNotifications some = new SomeNotifications(folder);
        for (int day = 0; day < 3; day++) {
            Notifier notifier = some.notifier(TWO_CHANNELS, NOW.plus(Duration.ofDays(day)));
            notifier.tellTrouble(failed(MARCH.plusDays(day), "disk full"));
            notifier.send();
        }
        assertThat(some.outbox("waiting"))
                .containsExactly("failed-2026-03-31", "failed-2026-04-01", "failed-2026-04-02");
        assertThat(some.lines)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("kvartal: Cannot write to " + folder.resolve("first.jsonl") + ": ")
                        .endsWith("; failed-2026-03-31 over first waits in the outbox"));

        Files.delete(folder.resolve("first.jsonl"));
        some.notifier(TWO_CHANNELS, NOW.plus(Duration.ofDays(2))).send();
        assertThat(first())
                .extracting(line -> line.replaceAll(".*\"as_of\":\"([0-9-]+)\".*", "$1"))
                .containsExactly("2026-03-31", "2026-04-01", "2026-04-02");
        assertThat(some.outbox("waiting")).isEmpty();
    }

    @Test
    void givesUpAfterSomeDays() throws IOException {
        Files.createDirectories(folder.resolve("first.jsonl"));
        SomeNotifications some = new SomeNotifications(folder);
        some.notifier(TWO_CHANNELS).tellTrouble(failed(MARCH, "disk full"));

        Instant justInTime = NOW.plus(Duration.ofDays(3)).minusSeconds(1);
        some.notifier(TWO_CHANNELS, justInTime).send();
        assertThat(some.outbox("waiting")).containsExactly("failed-2026-03-31");

        some.notifier(TWO_CHANNELS, justInTime.plusSeconds(1)).send();
        assertThat(some.outbox("waiting")).isEmpty();
        assertThat(some.outbox("given-up")).containsExactly("failed-2026-03-31");
        assertThat(some.lines.get(1)).endsWith("failed-2026-03-31 over first is given up after 3 days");
    }

    @Test
    void givesUpWhatBelongsToAChannelThatIsGone() {
        SomeNotifications some = new SomeNotifications(folder);
        some.notifier(TWO_CHANNELS).tellTrouble(failed(MARCH, "disk full"));
        some.notifier("notifications: { timeout-seconds: 2 }\n").send();

        assertThat(some.outbox("given-up")).containsExactly("failed-2026-03-31");
        assertThat(some.lines)
                .containsExactly("kvartal: failed-2026-03-31 over first is given up: the configuration has no such"
                        + " channel any more");
    }

    @Test
    void survivesDamagedFiles() throws IOException {
        SomeNotifications some = new SomeNotifications(folder);
        Path outbox = some.output().resolve("outbox");
        Files.createDirectories(outbox.resolve("waiting"));
        Files.writeString(outbox.resolve("waiting/failed-2026-03-30-0.json"), "{\"id\": \"fai");
        Files.writeString(outbox.resolve("trouble.json"), "");
        Notifier notifier = some.notifier(TWO_CHANNELS);
        notifier.tellTrouble(failed(MARCH, "disk full"));
        notifier.send();

        assertThat(first()).hasSize(1);
        assertThat(outbox.resolve("unreadable/failed-2026-03-30-0.json")).exists();
    }

    @Test
    void isPrivateAndEmptiedByOneProcessAtATime() throws IOException {
        SomeNotifications some = new SomeNotifications(folder);
        Notifier notifier = some.notifier(TWO_CHANNELS);
        notifier.tellTrouble(failed(MARCH, "disk full"));
        Outbox outbox = new Outbox(some.output());
        Path waiting = outbox.folder()
                .resolve("waiting")
                .resolve(outbox.waiting().get(0).id() + ".json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(waiting)))
                .isEqualTo("rw-------");

        AtomicBoolean ran = new AtomicBoolean();
        assertThat(outbox.alone(() -> {
                    ran.set(true);
                    notifier.send();
                }))
                .isTrue();
        assertThat(ran).isTrue();
        assertThat(first()).isEmpty();
        assertThat(some.lines).containsExactly("kvartal: another process sends what waits in the outbox");
    }
}
