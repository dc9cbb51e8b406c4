package org.kvartal.jobs;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Telling people, from the command line. */
class NotifyCommandTest {
    @TempDir
    Path folder;

    private TinyProject project;
    private Path log;

    @BeforeEach
    void create() throws IOException {
        project = TinyProject.in(folder);
        log = folder.resolve("log.jsonl");
        Files.createDirectories(project.output());
    }

    private TinyProject.Outcome run(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(
                "--config",
                folder.resolve("conf/kvartal.yaml").toString(),
                "--set",
                "notifications.channels.log.kind=file",
                "--set",
                "notifications.channels.log.append-to=" + log));
        return TinyProject.run(all.toArray(new String[0]));
    }

    @Test
    void tellsANightThatCannotBeginForItsConfiguration() throws IOException {
        for (int attempt = 0; attempt < 2; attempt++) {
            TinyProject.Outcome refused =
                    run("run", "--as-of", TinyProject.AS_OF, "--set", "sources.crm.folder=nowhere");
            assertThat(refused.exitCode()).isEqualTo(3);
        }
        assertThat(Files.readAllLines(log))
                .singleElement()
                .asString()
                .contains("\"event\":\"failed\"", "sources.crm.folder = nowhere must be a folder that exists");
        assertThat(project.output().resolve("health.json")).content().contains("\"status\" : \"failing\"");
    }

    @Test
    void tellsOnceThatANightIsLate() throws IOException {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(run("overdue", "--as-of", TinyProject.AS_OF))
                    .isEqualTo(new TinyProject.Outcome(
                            1, "night of 2024-06-30 is late: no run was ever started; nothing is published yet\n", ""));
        }
        assertThat(Files.readAllLines(log)).singleElement().asString().contains("\"event\":\"late\"");
        assertThat(run("overdue"))
                .isEqualTo(new TinyProject.Outcome(
                        3,
                        "",
                        "kvartal: Cannot tell whether a night is late: give --by HH:MM or set"
                                + " notifications.expected-by\n"));
    }

    @Test
    void testsChannelsAndListsWhatWaits() throws IOException {
        assertThat(run("notify", "--test")).isEqualTo(new TinyProject.Outcome(0, "nothing waits\n", ""));
        assertThat(Files.readString(log)).contains("\"text\":\"[Tiny] test of channel log\"");

        Files.delete(log);
        Files.createDirectories(log);
        TinyProject.Outcome failed = run("notify", "--test");
        assertThat(failed.exitCode()).isEqualTo(5);
        assertThat(failed.out()).startsWith("waiting   test over log, since ");
        assertThat(failed.err()).startsWith("kvartal: Cannot write to " + log).contains("waits in the outbox");

        Files.delete(log);
        assertThat(run("notify").exitCode()).isEqualTo(5);
        assertThat(run("notify", "--retry")).isEqualTo(new TinyProject.Outcome(0, "nothing waits\n", ""));
        assertThat(Files.readAllLines(log)).hasSize(1);
    }

    @Test
    void keepsTheStateOfAPublishedNightAndNoOutboxWhenNobodyIsToBeTold() {
        Path output = UndisturbedNight.PROJECT.output();

        assertThat(output.resolve("health.json"))
                .content()
                .contains("\"status\" : \"findings\"", "\"last_published\" : \"2024-06-30\"", "\"last_error\" : \"\"");
        assertThat(output.resolve("alive.json"))
                .content()
                .contains("\"state\" : \"published\"", "\"run\" : \"2024-06-30.1\"");
        assertThat(output.resolve("outbox")).doesNotExist();
    }

    @Test
    void sendsTheReportOfAPublishedNightOnce() throws IOException, MessagingException {
        copyRelease(
                UndisturbedNight.PROJECT.release().toRealPath(),
                project.output().resolve("published/latest"));
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            for (int attempt = 0; attempt < 2; attempt++) {
                TinyProject.Outcome sent = run(
                        "notify", "--report",
                        "--set", "mail.host=localhost",
                        "--set", "mail.port=" + server.getSmtp().getPort(),
                        "--set", "mail.security=none",
                        "--set", "mail.from=kvartal@example.com",
                        "--set", "delivery.team.to=ann@example.com");
                assertThat(sent).isEqualTo(new TinyProject.Outcome(0, "nothing waits\n", ""));
            }
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("Tiny: Quarterly report, 30 Jun 2024");
        } finally {
            server.stop();
        }
    }

    private static void copyRelease(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
