package org.kvartal.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where presets are looked for.
 *
 * @param folders each with one folder per preset; what is found in an earlier one hides the same name in a later one
 */
public record PresetFolders(List<Path> folders) {
    private static final String DESCRIPTION = "source.yaml";

    public PresetFolders {
        folders = List.copyOf(folders);
    }

    /** The folder of a preset. */
    public Optional<Path> find(String name) {
        return names().contains(name)
                ? folders.stream()
                        .map(folder -> folder.resolve(name))
                        .filter(PresetFolders::isPreset)
                        .findFirst()
                : Optional.empty();
    }

    /** All presets there are. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                names.addAll(namesIn(folder));
            }
        }
        return names;
    }

    private static List<String> namesIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(PresetFolders::isPreset)
                    .map(preset -> preset.getFileName().toString())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read presets in " + folder, unreadable);
        }
    }

    private static boolean isPreset(Path folder) {
        return Files.isRegularFile(description(folder));
    }

    /** The file in the folder of a preset that says what is extracted. */
    static Path description(Path folder) {
        return folder.resolve(DESCRIPTION);
    }
}
