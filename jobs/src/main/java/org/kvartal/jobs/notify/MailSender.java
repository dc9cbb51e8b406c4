package org.kvartal.jobs.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends each message as a mail of its own, so that an address that is refused holds nobody up. */
final class MailSender implements Sender {
    /** A server may look into a large mail for a while before it takes it. */
    private static final Duration PATIENCE_WITH_ATTACHMENTS = Duration.ofSeconds(50);

    private final MailServer server;
    private final Path output;
    private final Duration patience;

    /** @param output what attachments are relative to */
    MailSender(MailServer server, Path output, Duration patience) {
        this.server = server;
        this.output = output;
        this.patience = patience;
    }

    @Override
    public String place() {
        return server.place();
    }

    @Override
    public void send(Message message) throws Undelivered {
        try {
            if (!message.attachments().isEmpty()) {
                // A server that greets at once may take its time with a large mail; one that does not is not waited
                // for.
                close(connect(session(patience)));
            }
            send(session(message.attachments().isEmpty() ? patience : PATIENCE_WITH_ATTACHMENTS), message);
        } catch (MessagingException e) {
            throw undelivered(message, e);
        }
    }

    private void send(Session session, Message message) throws MessagingException, Undelivered {
        MimeMessage mail = mail(session, message);
        mail.saveChanges();
        Transport transport = connect(session);
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    /** What goes wrong now has no bearing on whether the mail was taken. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException goodbyeUnheard) {
            // The connection is closed all the same.
        }
    }

    private Session session(Duration silence) {
        Properties properties = new Properties();
        String millis = Long.toString(silence.toMillis());
        properties.put("mail.smtp.connectiontimeout", Long.toString(patience.toMillis()));
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.writetimeout", millis);
        // The name of this machine is not the server's business, and looking it up can take long.
        properties.put("mail.smtp.localhost", domain());
        properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == MailServer.Security.TLS));
        boolean upgrade = server.security() == MailServer.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(upgrade));
        properties.put("mail.smtp.starttls.required", Boolean.toString(upgrade));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        server.certificates()
                .ifPresent(file -> properties.put("mail.smtp.ssl.socketFactory", TrustedCertificates.of(file)));
        return Session.getInstance(properties);
    }

    private String domain() {
        return server.from().substring(server.from().lastIndexOf('@') + 1);
    }

    private Transport connect(Session session) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        transport.connect(
                server.host(),
                server.port(),
                server.user().orElse(null),
                server.user().isPresent() ? server.password().value() : null);
        return transport;
    }

    private MimeMessage mail(Session session, Message message) throws MessagingException, Undelivered {
        MimeMessage mail = new Mail(session, "<" + message.id() + "@" + domain() + ">");
        mail.setFrom(new InternetAddress(server.from(), true));
        mail.setRecipient(RecipientType.TO, new InternetAddress(message.recipient(), true));
        mail.setSubject(OneLine.of(message.subject()), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.since()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (message.attachments().isEmpty()) {
            mail.setText(message.text(), StandardCharsets.UTF_8.name());
        } else {
            mail.setContent(parts(message));
        }
        return mail;
    }

    private MimeMultipart parts(Message message) throws MessagingException, Undelivered {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(message.text(), StandardCharsets.UTF_8.name());
        parts.addBodyPart(text);
        for (Map.Entry<String, String> attachment : message.attachments().entrySet()) {
            Path file = output.resolve(attachment.getValue()).normalize();
            if (!file.startsWith(output) || !Files.isRegularFile(file)) {
                throw Undelivered.refused("Cannot attach " + file + ": it is not there any more");
            }
            MimeBodyPart part = new MimeBodyPart();
            try {
                part.attachFile(file.toFile(), type(attachment.getKey()), "base64");
            } catch (IOException e) {
                throw Undelivered.refused("Cannot attach " + file + ": " + e.getMessage());
            }
            part.setFileName(attachment.getKey());
            parts.addBodyPart(part);
        }
        return parts;
    }

    private static String type(String name) {
        return name.endsWith(".pdf")
                ? "application/pdf"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    private Undelivered undelivered(Message message, MessagingException e) {
        String reason = reason(e);
        if (e instanceof AuthenticationFailedException) {
            return Undelivered.unreachable(
                    place() + " does not let user " + server.user().orElse("") + " in: " + reason);
        }
        return e instanceof SendFailedException
                ? Undelivered.refused(place() + " refused the mail to " + message.recipient() + ": " + reason)
                : Undelivered.unreachable("Cannot reach " + place() + ": " + reason);
    }

    /** The innermost sentence says most: that of the server, or of the network. */
    private static String reason(MessagingException e) {
        Throwable inner = e;
        while (next(inner) != null) {
            inner = next(inner);
        }
        return WebhookSender.reason(inner);
    }

    private static @Nullable Throwable next(@Nullable Throwable e) {
        return e instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : e == null ? null : e.getCause();
    }

    /** A mail whose identity is that of its message: a server that gets it twice can tell. */
    private static final class Mail extends MimeMessage {
        private final String id;

        Mail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
