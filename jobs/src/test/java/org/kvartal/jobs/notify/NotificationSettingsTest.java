package org.kvartal.jobs.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.settings.InvalidSettings;
import org.kvartal.reports.publish.ReportFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NotificationSettingsTest {
    @TempDir
    Path folder;

    private NotificationSettings settings(String yaml) {
        return new SomeNotifications(folder).settings(yaml);
    }

    @Test
    void tellsNobodyUnlessAsked() {
        NotificationSettings settings = settings("mail: {}\n");

        assertThat(settings)
                .isEqualTo(new NotificationSettings(
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Duration.ofSeconds(4),
                        Duration.ofDays(3),
                        List.of()));
    }

    @Test
    void readsServerChannelsAndDeliveries() {
        NotificationSettings settings = settings("""
                mail:
                  host: smtp.example.com
                  from: kvartal@example.com
                  user: kvartal
                  password: ${MAIL_PASSWORD}
                notifications:
                  expected-by: "06:30"
                  give-up-after-days: 5
                  channels:
                    operators: { kind: mail, to: [ops@example.com, ops@example.com, night@example.com] }
                    chat: { kind: webhook, url: https://chat.example.com/hook/t0ken, events: [failed, recovered] }
                    spool: { kind: file, append-to: events.jsonl, events: [published] }
                report:
                  editions:
                    board: { audience: board }
                delivery:
                  board: { to: chair@example.com, edition: board, language: sk, formats: [xlsx, pdf] }
                """);

        MailServer mail = settings.mail().orElseThrow();
        assertThat(mail.port()).isEqualTo(587);
        assertThat(mail.security()).isEqualTo(MailServer.Security.STARTTLS);
        assertThat(settings.expectedBy()).contains(LocalTime.of(6, 30));
        assertThat(settings.channels().get(0))
                .isEqualTo(new Channel.Mail(
                        "operators",
                        EnumSet.complementOf(EnumSet.of(Event.PUBLISHED)),
                        List.of("ops@example.com", "night@example.com")));
        assertThat(settings.channels().get(1).events()).containsExactly(Event.FAILED, Event.RECOVERED);
        assertThat(settings.channels().get(2))
                .isEqualTo(new Channel.Lines("spool", EnumSet.of(Event.PUBLISHED), folder.resolve("events.jsonl")));
        assertThat(settings.reports())
                .containsExactly(new ReportMail(
                        "board",
                        List.of("chair@example.com"),
                        List.of(ReportFormat.PDF, ReportFormat.XLSX),
                        "sk",
                        "board"));
        assertThat(settings.toString()).doesNotContain("s3cret", "t0ken");
    }

    @Test
    void readsTheExampleOfTheDocuments() throws IOException {
        String page = Files.readString(Path.of("../docs/notifications.md"));
        String example = page.replaceAll("(?s).*?```yaml\n(.*?)```.*", "$1")
                .replace("KVARTAL_MAIL_PASSWORD", "MAIL_PASSWORD")
                .replace("KVARTAL_CHAT_KEY", "HOOK_KEY")
                .replace("${KVARTAL_CHAT_URL}", "https://chat.example.com/t0ken");
        NotificationSettings settings = settings(example);

        assertThat(settings.channels()).extracting(Channel::name).containsExactly("operators", "chat", "collector");
        assertThat(settings.pings()).containsOnlyKeys(NotificationSettings.PINGS);
        assertThat(settings.reports()).extracting(ReportMail::name).containsExactly("team");
    }

    @Test
    void refusesWhatCouldLeakOrNeverArrive() {
        assertRefused("""
                mail: { host: smtp.example.com, security: none, from: "Kvartal\\nBcc: all@example.com" }
                """, """
                kvartal.yaml:1: mail.security = none must be starttls or tls for a server on another machine
                kvartal.yaml:1: mail.from = Kvartal Bcc: all@example.com must be a mail address, as reports@example.com
                """);
        assertRefused("""
                notifications:
                  channels:
                    chat: { kind: webhook, url: "http://chat.example.com/t0ken" }
                    ops: { kind: mail, to: [ops@example.com] }
                    log: { kind: file }
                    Odd: { kind: file, folder: x, events: [faild] }
                delivery:
                  all: { to: nobody, formats: [html], language: pl, edition: board }
                """, """
                kvartal.yaml:3: notifications.channels.chat.url = *** must be https://HOST/PATH, or http:// on this machine
                kvartal.yaml:4: notifications.channels.ops.kind = mail needs the section mail, which names the server
                kvartal.yaml:5: notifications.channels.log.kind = file needs append-to: FILE or folder: FOLDER
                kvartal.yaml:6: notifications.channels.Odd must be named with lower-case letters, digits and hyphens
                kvartal.yaml:6: notifications.channels.Odd.events must be chosen from failed, blocked, findings, late,\
                 recovered, published; did you mean failed?
                kvartal.yaml:8: delivery.all.to = nobody must hold mail addresses, as reports@example.com, not nobody
                kvartal.yaml:8: delivery.all.formats must be chosen from [pdf, xlsx]
                kvartal.yaml:8: delivery.all.language = pl must be one of the project's languages [en, sk]
                kvartal.yaml:8: delivery.all.edition = board names none: report.editions is empty
                """);
    }

    private void assertRefused(String yaml, String problems) {
        assertThatThrownBy(() -> settings(yaml))
                .isInstanceOf(InvalidSettings.class)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).replace(folder + "/", ""))
                        .isEqualTo("Invalid configuration:\n" + problems.strip()));
    }

    @Test
    void refusesAPasswordInTheConfiguration() {
        assertThatThrownBy(() -> settings("""
                mail: { host: smtp.example.com, from: k@example.com, user: k, password: hunter2 }
                """))
                .hasMessageContaining("mail.password = *** must be ${NAME} or file:PATH")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesAFileWithoutCertificates() throws IOException {
        Files.writeString(folder.resolve("none.pem"), "no certificate\n");

        assertThatThrownBy(() -> settings("""
                mail: { host: smtp.example.com, from: k@example.com, certificates: none.pem }
                """))
                .hasMessageContaining("mail.certificates = none.pem must hold certificates in PEM form");
    }
}
