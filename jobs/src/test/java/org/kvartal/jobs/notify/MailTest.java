package org.kvartal.jobs.notify;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.jobs.notify.SomeNotifications.MARCH;
import static org.kvartal.jobs.notify.SomeNotifications.failed;

/** Mails to a server on this machine. */
class MailTest {
    @TempDir
    Path folder;

    private SomeNotifications some;
    private GreenMail server;

    @BeforeEach
    void listen() {
        some = new SomeNotifications(folder);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("kvartal", "s3cret");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static String config(int port, String more) {
        return """
                mail:
                  host: localhost
                  port: %d
                  from: kvartal@example.com
                %snotifications:
                  timeout-seconds: 1
                  channels:
                    operators: { kind: mail, to: [ops@example.com, night@example.com] }
                """.formatted(port, more.indent(2));
    }

    private void tell(String yaml) {
        Notifier notifier = some.notifier(yaml);
        notifier.tellTrouble(failed(MARCH, "disk full\r\nBcc: all@example.com"));
        notifier.send();
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    @Test
    void sendsAMailToEachAddress() throws MessagingException, IOException {
        tell(config(port(), "security: none"));

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails).extracting(MailTest::to).containsExactlyInAnyOrder("ops@example.com", "night@example.com");
        MimeMessage mail = mails[0];
        assertThat(mail.getSubject()).isEqualTo("[Meridian] night of 2026-03-31 failed");
        assertThat(mail.getFrom()[0]).hasToString("kvartal@example.com");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getMessageID()).matches("<failed-2026-03-31-[0-9a-f]{20}@example.com>");
        assertThat(mail.getContent().toString())
                .contains("cause    disk full Bcc: all@example.com", "next     kvartal run --as-of 2026-03-31");
        assertThat(some.outbox("sent")).hasSize(2);
        assertThat(some.lines).isEmpty();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givesUserAndPasswordOnlyWhenConfigured() {
        server.getManagers().getUserManager().setAuthRequired(true);
        tell(config(port(), "security: none\nuser: kvartal\npassword: ${MAIL_PASSWORD}"));
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void tellsThatAUserIsNotLetInWithoutSayingThePassword() {
        server.getManagers().getUserManager().setAuthRequired(true);
        tell(config(port(), "security: none\nuser: stranger\npassword: ${MAIL_PASSWORD}"));

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(some.outbox("waiting")).hasSize(2);
        assertThat(some.lines)
                .singleElement()
                .asString()
                .startsWith("kvartal: mail server localhost:" + port() + " does not let user stranger in: ")
                .doesNotContain("s3cret");
    }

    @Test
    void refusesAServerThatSpeaksInTheClear() {
        tell(config(port(), "security: starttls"));

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(some.lines).singleElement().asString().contains("STARTTLS is required");
    }

    @Test
    void verifiesTheCertificateOfTheServer() throws IOException, InterruptedException, GeneralSecurityException {
        ServerCertificate certificate = ServerCertificate.of("localhost", folder);
        Files.writeString(folder.resolve("own.pem"), certificate.pem());
        try (RejectingServer secure = new RejectingServer("nobody", certificate.listen())) {
            tell(config(secure.port(), "security: tls"));
            assertThat(secure.accepted()).isEmpty();
            assertThat(some.lines).singleElement().asString().contains("unable to find valid certification path");

            some.notifier(config(secure.port(), "security: tls\ncertificates: own.pem"))
                    .send();
            assertThat(some.lines).hasSize(1);
            assertThat(secure.accepted()).containsExactlyInAnyOrder("ops@example.com", "night@example.com");
        }
    }

    @Test
    void refusesTheCertificateOfAnotherServer() throws IOException, InterruptedException, GeneralSecurityException {
        ServerCertificate certificate = ServerCertificate.of("other.example.com", folder);
        Files.writeString(folder.resolve("own.pem"), certificate.pem());
        try (RejectingServer secure = new RejectingServer("nobody", certificate.listen())) {
            tell(config(secure.port(), "security: tls\ncertificates: own.pem"));
            assertThat(secure.accepted()).isEmpty();
            assertThat(some.lines).singleElement().asString().contains("localhost");
        }
    }

    @Test
    void sendsToTheOthersWhenAnAddressIsRejected() throws IOException {
        try (RejectingServer rejecting = new RejectingServer("ops@example.com")) {
            tell(config(rejecting.port(), "security: none"));
            assertThat(rejecting.accepted()).containsExactly("night@example.com");
        }
        assertThat(some.outbox("sent")).hasSize(1);
        assertThat(some.outbox("waiting")).hasSize(1);
        assertThat(some.lines)
                .singleElement()
                .asString()
                .contains(
                        " refused the mail to ops@example.com: ",
                        "550 5.1.1",
                        "over operators to ops@example.com waits");
    }

    @Test
    void sendsLaterOnceEachWhenTheServerIsDown() {
        int port = port();
        server.stop();
        tell(config(port, "security: none"));
        assertThat(some.outbox("waiting")).hasSize(2);
        assertThat(some.lines)
                .singleElement()
                .asString()
                .startsWith("kvartal: Cannot reach mail server localhost:" + port + ": Connection refused");

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        some.notifier(config(port, "security: none")).send();
        some.notifier(config(port, "security: none")).send();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(some.outbox("waiting")).isEmpty();
    }

    @Test
    void waitsNotLongForAServerThatNeverSpeaks() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            tell(config(silent.getLocalPort(), "security: none"));
        }
        assertThat(some.outbox("waiting")).hasSize(2);
        assertThat(some.lines).singleElement().asString().contains("mail server localhost:");
    }

    private static final String DELIVERY = """
            delivery:
              team: { to: [ann@example.com, bob@example.com], formats: [pdf, xlsx] }
            """;

    private Path release(String run, String page) throws IOException {
        Path report = some.output().resolve("published/.releases").resolve(run).resolve("report/en");
        Files.createDirectories(report);
        Files.writeString(report.resolve("index.html"), page);
        Files.writeString(report.resolve("report.pdf"), "%PDF of " + run);
        Files.write(report.resolve("report.xlsx"), new byte[100_000]);
        Path link = some.output().resolve("published/2026-03-31");
        Files.deleteIfExists(link);
        return Files.createSymbolicLink(link, Path.of(".releases", run));
    }

    private void deliver(String run, String page) throws IOException {
        Path release = release(run, page);
        Notifier notifier = some.notifier(config(port(), "security: none") + DELIVERY);
        notifier.deliver(MARCH, run, release);
        notifier.send();
    }

    @Test
    void sendsAReportOncePerContent() throws IOException, MessagingException {
        String page = "<html><title>Meridian &amp; Co: Report, 31 March 2026</title>Run %s: %s</html>";
        deliver("2026-03-31.1", page.formatted("2026-03-31.1", "won 12"));
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Meridian & Co: Report, 31 March 2026");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).isEqualToNormalizingNewlines("""
                Meridian & Co: Report, 31 March 2026

                report-2026-03-31.pdf
                report-2026-03-31.xlsx

                Kvartal, 2026-03-31.1
                """);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("report-2026-03-31.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(GreenMailUtil.getBody(parts.getBodyPart(1)).strip()).isEqualTo("JVBERiBvZiAyMDI2LTAzLTMxLjE=");
        assertThat(parts.getBodyPart(2).getFileName()).isEqualTo("report-2026-03-31.xlsx");

        deliver("2026-03-31.2", page.formatted("2026-03-31.2", "won 12"));
        assertThat(server.getReceivedMessages()).as("the same content").hasSize(2);
        deliver("2026-03-31.3", page.formatted("2026-03-31.3", "won 13"));
        assertThat(server.getReceivedMessages()).as("another content").hasSize(4);
        assertThat(some.lines).isEmpty();
    }

    @Test
    void keepsAReportForLaterAndSendsTheFilesOfItsRelease() throws IOException {
        int port = port();
        String yaml = config(port, "security: none") + DELIVERY;
        server.stop();
        Path first = release("2026-03-31.1", "<title>First</title>");
        Notifier notifier = some.notifier(yaml);
        notifier.deliver(MARCH, "2026-03-31.1", first);
        notifier.send();
        assertThat(some.outbox("waiting")).containsExactly("report-2026-03-31", "report-2026-03-31");
        assertThat(some.lines).hasSize(1);

        release("2026-03-31.2", "<title>Second</title>");
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        some.notifier(yaml).send();
        assertThat(Arrays.stream(server.getReceivedMessages()).map(MailTest::to))
                .containsExactlyInAnyOrderElementsOf(List.of("ann@example.com", "bob@example.com"));
        assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0])).contains("JVBERiBvZiAyMDI2LTAzLTMxLjE=");
    }

    @Test
    void saysWhenTheReportIsNotThere() throws IOException {
        Path release = Files.createDirectories(some.output().resolve("published/2026-03-31"));
        some.notifier(config(port(), "security: none") + DELIVERY).deliver(MARCH, "2026-03-31.1", release);

        assertThat(some.lines)
                .containsExactly("kvartal: Cannot deliver team: there is no report in " + release.resolve("report/en"));
    }
}
