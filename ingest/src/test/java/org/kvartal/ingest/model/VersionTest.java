package org.kvartal.ingest.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VersionTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern VERSION_OF_POM =
            Pattern.compile("<artifactId>kvartal</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void isTheVersionOfThePom() throws IOException {
        Matcher version = VERSION_OF_POM.matcher(Files.readString(PROJECT.resolve("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(Version.NUMBER).isEqualTo(version.group(1));
    }

    @Test
    void isTheVersionThatTheLauncherStarts() throws IOException {
        assertThat(Files.readString(PROJECT.resolve("kvartal"))).contains("kvartal-jobs-" + Version.NUMBER + ".jar");
    }
}
