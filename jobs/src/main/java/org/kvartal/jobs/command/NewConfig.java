package org.kvartal.jobs.command;

import java.util.List;
import java.util.Locale;
import org.kvartal.ingest.source.PresetForm;
import org.kvartal.ingest.source.SourceKind;

/**
 * A configuration to begin with. What is secret comes from environment variables named after the source, and so does
 * what only its user can know: the folder of the files, or the address of a database that the preset has no example of.
 */
final class NewConfig {
    private static final String PROJECT = """
            # Written by kvartal init for the preset %1$s.
            project:
              name: Example Ltd           # whose numbers these are; stands on the report
              currency: EUR               # ISO 4217 code; all amounts are reported in it
              time-zone: UTC              # where a day begins and ends, as Europe/Prague
              fiscal-year-starts: 1       # month
              languages: [en]

            output:
              folder: ../out              # all that a run leaves; relative to this file

            sources:
              %2$s:                        # the name is also the prefix of the ids: %2$s:17
                preset: %1$s
            """;

    private static final String FILES = """
            # The folder with the files. A path in a variable is relative to the working folder, others to this file.
            folder: "${%s_FOLDER}"
            """;

    private static final String EXAMPLE = """
            # Only an example: put in your host and database.
            url: "%s"
            """;

    private static final String ADDRESS = """
            # jdbc:postgresql://HOST:PORT/DATABASE, jdbc:mariadb://HOST:PORT/DATABASE or jdbc:h2:file:PATH
            url: "${%s_URL}"
            """;

    private static final String READER = """
            # Somebody who may read the tables of the preset and do nothing else: see docs/sources.md.
            user: kvartal
            password: "${%s_PASSWORD}"
            """;

    private static final int DEPTH = 4;

    private final PresetForm preset;
    private final String source;

    NewConfig(PresetForm preset, String source) {
        this.preset = preset;
        this.source = source;
    }

    String text() {
        return PROJECT.formatted(preset.name(), source) + place().indent(DEPTH);
    }

    private String place() {
        if (preset.kind() == SourceKind.CSV) {
            return FILES.formatted(prefix());
        }
        String url = hasExample() ? EXAMPLE.formatted(preset.exampleUrl()) : ADDRESS.formatted(prefix());
        return url + READER.formatted(prefix());
    }

    private boolean hasExample() {
        return !preset.exampleUrl().isEmpty();
    }

    /** The environment variables that have to be set before it can be used. */
    List<String> variables() {
        if (preset.kind() == SourceKind.CSV) {
            return List.of(prefix() + "_FOLDER");
        }
        return hasExample() ? List.of(prefix() + "_PASSWORD") : List.of(prefix() + "_URL", prefix() + "_PASSWORD");
    }

    private String prefix() {
        return source.toUpperCase(Locale.ROOT);
    }
}
