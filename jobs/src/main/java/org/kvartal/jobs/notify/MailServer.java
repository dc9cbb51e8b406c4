package org.kvartal.jobs.notify;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.Secret;

/**
 * Section {@code mail}: the server that takes mails.
 *
 * @param from address of the sender
 * @param user empty for a server that asks for none
 * @param certificates PEM file of the authorities to trust; empty for those of the Java runtime
 */
record MailServer(
        String host,
        int port,
        Security security,
        String from,
        Optional<String> user,
        Secret password,
        Optional<Path> certificates) {
    static final String ADDRESS_RULE = "must be a mail address, as reports@example.com";
    private static final int HIGHEST_PORT = 65_535;

    /** How the connection is kept from others. The server's certificate is always verified. */
    enum Security {
        STARTTLS(587),
        TLS(465),
        /** Open; only to a server on the same machine. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    /** Empty when the section is. */
    static Optional<MailServer> read(ConfigSection section) {
        if (section.keys().isEmpty()) {
            return Optional.empty();
        }
        Security security = section.has("security") ? section.oneOf("security", Security.class) : Security.STARTTLS;
        String host = section.text("host");
        section.require(
                security != Security.NONE || WebAddress.isNearby(host),
                "security",
                "must be starttls or tls for a server on another machine");
        String from = section.text("from");
        section.require(isAddress(from), "from", ADDRESS_RULE);
        Optional<String> user = section.optionalText("user");
        Secret password = user.isPresent() ? section.secret("password") : new Secret("");
        Optional<Path> certificates = certificates(section);
        int port = section.integerFrom(1, HIGHEST_PORT, "port", security.port);
        return Optional.of(new MailServer(host, port, security, from, user, password, certificates));
    }

    private static Optional<Path> certificates(ConfigSection section) {
        if (!section.has("certificates")) {
            return Optional.empty();
        }
        Path file = section.existingFile("certificates");
        if (Files.isRegularFile(file)) {
            section.require(TrustedCertificates.areIn(file), "certificates", "must hold certificates in PEM form");
        }
        return Optional.of(file);
    }

    static boolean isAddress(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            return address.getAddress().equals(text) && text.contains("@");
        } catch (AddressException e) {
            return false;
        }
    }

    /** For messages. */
    String place() {
        return "mail server " + host + ":" + port;
    }
}
