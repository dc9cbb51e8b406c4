package org.kvartal.reports.custom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.reports.section.ReportSection;

/** The folder that a project keeps its own sections in. */
public record CustomSections(Path folder) {
    static final String FILE = "section.md";

    /** Names of the sections, in the order of the alphabet; none if there is no such folder. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(FILE)))
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The folder of one section. */
    public Path of(String name) {
        return folder.resolve(name);
    }

    /** One section in a language. */
    public ReportSection readValid(String name, String language) {
        if (!names().contains(name)) {
            throw new InvalidSection(name, "there is no file " + FILE);
        }
        return CustomSection.read(folder.resolve(name), language);
    }

    /** One section in a language; empty if it is not there or cannot be read as it stands. */
    public Optional<ReportSection> read(String name, String language) {
        try {
            return names().contains(name)
                    ? Optional.of(CustomSection.read(folder.resolve(name), language))
                    : Optional.empty();
        } catch (InvalidSection broken) {
            return Optional.empty();
        }
    }

    /** Copies the files of a section, so that it can be shown again as it was. */
    public void copy(String name, Path target) {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            Files.createDirectories(target.resolve(name));
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path copy = target.resolve(name).resolve(file.getFileName());
                Files.write(copy, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep section " + name + " in " + target + ": " + e.getMessage(), e);
        }
    }
}
