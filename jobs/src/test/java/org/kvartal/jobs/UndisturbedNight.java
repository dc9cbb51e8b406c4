package org.kvartal.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** One night of the tiny project in this process, which several tests look at; none may change it. */
final class UndisturbedNight {
    static final TinyProject PROJECT = project();
    static final TinyProject.Outcome OUTCOME = PROJECT.runNight();

    private UndisturbedNight() {}

    private static TinyProject project() {
        try {
            return TinyProject.in(Files.createTempDirectory("kvartal-night"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a folder for the tests: " + e.getMessage(), e);
        }
    }
}
