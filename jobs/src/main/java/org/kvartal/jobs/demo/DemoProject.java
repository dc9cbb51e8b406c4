package org.kvartal.jobs.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The files of a demo below {@code <output>/demo}: configuration, password, database, and the truths planted in it. All of
 * it follows from the seed and the size.
 */
public final class DemoProject {
    /** The nights that the demo runs, in the middle of a quarter. */
    public static final List<LocalDate> NIGHTS = List.of(LocalDate.of(2026, 5, 19), LocalDate.of(2026, 5, 20));

    private static final String PASSWORD = "demo";
    private static final String CONFIG = """
            # The demo: an invented company whose CRM is an embedded database. Written by kvartal demo.
            project:
              name: Meridian Instruments
              currency: EUR
              time-zone: %s
              fiscal-year-starts: 1
              languages: [en]

            output:
              folder: ..

            sources:
              crm: { preset: demo-crm, url: "%s", user: %s, password: "file:password" }
              inputs: { preset: files, folder: inputs }

            service:
              sla: { P1: 8h, P2: 16h, P3: 27h, P4: 45h }

            publication: { pseudonym-key: "file:pseudonym-key" }
            """;

    private final Path folder;
    private final DemoCrm crm;

    private DemoProject(Path folder, DemoCrm crm) {
        this.folder = folder;
        this.crm = crm;
    }

    /** Seed and size of the demo that an output folder holds already, if they are others. */
    public static Optional<String> otherIn(Path output, long seed, Size size) {
        Path marker = marker(output);
        try {
            return Files.exists(marker)
                    ? Optional.of(Files.readString(marker).strip()).filter(held -> !held.equals(mark(seed, size)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + marker + ": " + e.getMessage(), e);
        }
    }

    /** The demo in an output folder. */
    public static DemoProject in(Path output, long seed, Size size) {
        Path folder = marker(output).getParent();
        try {
            Files.createDirectories(folder);
            Files.writeString(marker(output), mark(seed, size) + "\n");
            DemoProject project = new DemoProject(folder, DemoCrm.simulate(seed, size, NIGHTS.get(NIGHTS.size() - 1)));
            project.writeConfig();
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the demo in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Path marker(Path output) {
        return output.resolve("demo").resolve("seed");
    }

    private static String mark(long seed, Size size) {
        return seed + " " + size;
    }

    private void writeConfig() throws IOException {
        writeSecret("password", PASSWORD);
        writeSecret("pseudonym-key", "the invented persons of the demo");
        Programme.writeTo(folder.resolve("inputs"));
        Files.writeString(config(), CONFIG.formatted(DemoCrm.ZONE, DemoCrm.url(database()), DemoCrm.USER));
    }

    private void writeSecret(String name, String value) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, value + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** The configuration of the demo's nights. */
    public Path config() {
        return folder.resolve("kvartal.yaml");
    }

    private Path database() {
        return folder.resolve("crm");
    }

    /** Replaces the database by its state at the end of a day, and tells beside it what is planted in it. */
    public void writeDatabase(LocalDate day) throws IOException {
        try {
            crm.writeTo(database(), PASSWORD, day);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        crm.truth(day).writeTo(folder.resolve("truth.json"));
    }
}
