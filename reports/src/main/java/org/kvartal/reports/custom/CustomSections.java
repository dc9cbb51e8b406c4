package org.kvartal.reports.custom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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

    /** Copies the files of a section, so that it can be shown again as it was. */
    public void copy(String name, Path target) {
        try (Stream<Path> files = Files.list(of(name))) {
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
