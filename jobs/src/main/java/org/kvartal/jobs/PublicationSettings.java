package org.kvartal.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.Secret;

/**
 * Section {@code publication}: who may see what.
 *
 * @param audiences those who are told which person stands behind which pseudonym
 * @param key makes the pseudonyms; empty for the key that every user of a machine has
 * @param ownKey file of the user's key, written when it is first needed
 */
public record PublicationSettings(List<String> audiences, Optional<Secret> key, Path ownKey) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final int KEY_BYTES = 32;

    public PublicationSettings {
        audiences = List.copyOf(audiences);
    }

    static PublicationSettings read(ConfigSection section) {
        List<String> audiences = section.texts("audiences", List.of());
        section.require(
                audiences.stream().allMatch(name -> NAME.matcher(name).matches()),
                "audiences",
                "must be names of lower-case letters, digits and hyphens");
        Map<String, String> environment = section.file().surroundings().environment();
        return new PublicationSettings(audiences, section.optionalSecret("pseudonym-key"), ownKey(environment));
    }

    private static Path ownKey(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        String config = environment.getOrDefault(
                "XDG_CONFIG_HOME", home.resolve(".config").toString());
        return Path.of(config).resolve("kvartal").resolve("pseudonym-key");
    }

    /** The key of the pseudonyms of persons, which stay the same as long as it does. */
    public Secret pseudonymKey() {
        return key.orElseGet(this::readOwnKey);
    }

    private Secret readOwnKey() {
        try {
            if (!Files.exists(ownKey)) {
                Files.createDirectories(ownKey.getParent());
                writeOwnKey();
            }
            return new Secret(Files.readString(ownKey).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot keep the key of the pseudonyms in " + ownKey + " (" + e.getMessage()
                            + "): set publication.pseudonym-key",
                    e);
        }
    }

    private void writeOwnKey() throws IOException {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        try {
            Files.createFile(
                    ownKey, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(ownKey, HexFormat.of().formatHex(random) + "\n");
        } catch (FileAlreadyExistsException anotherRunWasFaster) {
            // Its key is as good.
        }
    }
}
