package org.kvartal.ingest.settings;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a configuration depends on besides its text; the command line takes it once.
 *
 * @param environment what {@code ${NAME}} stands for
 * @param workingFolder what paths made of environment variables, or given on the command line, are relative to
 * @param overrides settings given on the command line, by dotted key
 */
public record Surroundings(Map<String, String> environment, Path workingFolder, Map<String, String> overrides) {

    public Surroundings {
        environment = Map.copyOf(environment);
        workingFolder = workingFolder.toAbsolutePath().normalize();
        overrides = Map.copyOf(overrides);
    }

    /** For the files that a configuration leads to: overrides mean the configuration itself. */
    public Surroundings withoutOverrides() {
        return new Surroundings(environment, workingFolder, Map.of());
    }
}
