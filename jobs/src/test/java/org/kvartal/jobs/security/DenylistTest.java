package org.kvartal.jobs.security;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No library of a version with a published advisory is on the class path, unless {@code exceptions.csv} says until when
 * and why that is bearable. The list is written by hand: no feed of advisories is needed to build.
 */
class DenylistTest {
    private static final Pattern JAR = Pattern.compile("(?<artifact>.+?)-(?<version>\\d[^-]*)(-.*)?\\.jar");

    @Test
    void noLibraryHasAKnownHole() {
        Map<String, String> present = libraries();
        List<NamedCsvRecord> exceptions = rows("exceptions.csv");

        assertThat(rows("denylist.csv"))
                .filteredOn(denied -> isAffected(present.get(denied.getField("artifact")), denied))
                .filteredOn(denied -> exceptions.stream().noneMatch(exception -> excuses(exception, denied, present)))
                .isEmpty();
    }

    @Test
    void everyExceptionExcusesSomethingThatIsThere() {
        Map<String, String> present = libraries();

        assertThat(rows("exceptions.csv")).allSatisfy(exception -> {
            assertThat(present).containsEntry(exception.getField("artifact"), exception.getField("version"));
            assertThat(rows("denylist.csv"))
                    .extracting(denied -> denied.getField("advisory"))
                    .contains(exception.getField("advisory"));
            assertThat(LocalDate.parse(exception.getField("until"))).isNotNull();
            assertThat(exception.getField("mitigation")).isNotBlank();
        });
    }

    @Test
    void findsAHoleWhereThereIsOne() {
        NamedCsvRecord log4j = rows("denylist.csv").stream()
                .filter(denied -> denied.getField("advisory").equals("CVE-2021-44228"))
                .findFirst()
                .orElseThrow();

        assertThat(isAffected("2.14.1", log4j)).isTrue();
        assertThat(isAffected("2.17.1", log4j)).isFalse();
        assertThat(isAffected(null, log4j)).isFalse();
    }

    private static boolean excuses(NamedCsvRecord exception, NamedCsvRecord denied, Map<String, String> present) {
        String artifact = denied.getField("artifact");
        return exception.getField("artifact").equals(artifact)
                && exception.getField("version").equals(present.get(artifact))
                && exception.getField("advisory").equals(denied.getField("advisory"));
    }

    private static boolean isAffected(@Nullable String version, NamedCsvRecord denied) {
        if (version == null) {
            return false;
        }
        Version found = Version.parse(version);
        return found.compareTo(Version.parse(denied.getField("from"))) >= 0
                && found.compareTo(Version.parse(denied.getField("fixed"))) < 0;
    }

    /** Version by artifact. */
    private static Map<String, String> libraries() {
        Map<String, String> libraries = new TreeMap<>();
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> JAR.matcher(Path.of(path).getFileName().toString()))
                .filter(Matcher::matches)
                .forEach(jar -> libraries.put(jar.group("artifact"), jar.group("version")));
        assertThat(libraries).containsKeys("spark-core_2.13", "spring-batch-core", "h2");
        return libraries;
    }

    private static List<NamedCsvRecord> rows(String resource) {
        try (InputStreamReader text = new InputStreamReader(
                        Objects.requireNonNull(DenylistTest.class.getResourceAsStream(resource)),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource + ": " + e.getMessage(), e);
        }
    }
}
