package org.kvartal.ingest.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kvartal.ingest.settings.YamlValue.Mapping;

/**
 * One YAML file of the configuration while it is read.
 *
 * <p>Paths in it are relative to the folder of the file. A path whose text names an environment variable, or that was
 * given on the command line, is relative to the working folder: whoever set it did not think of where this file lies.
 */
public final class ConfigFile {
    private final Path path;
    private final Surroundings surroundings;
    private final Problems problems;
    private final Mapping tree;
    private final ConfigSection root;
    private final Map<String, String> meanings = new HashMap<>();

    private ConfigFile(Path path, Surroundings surroundings, Problems problems, Mapping tree, Problems heard) {
        this.path = path;
        this.surroundings = surroundings;
        this.problems = problems;
        this.tree = tree;
        this.root = new ConfigSection(new SectionValues(this, "", tree, heard));
    }

    public static ConfigFile read(Path path, Surroundings surroundings) {
        return read(path, surroundings, new Problems());
    }

    /** Never fails: what is wrong goes to the problems, and a file that cannot be used answers with placeholders. */
    public static ConfigFile read(Path path, Surroundings surroundings, Problems problems) {
        return of(path, surroundings, problems, YamlFile.read(path, problems));
    }

    /** As {@link #read(Path, Surroundings, Problems)}, of the settings that a text begins with between lines of {@code ---}. */
    public static ConfigFile front(Path path, Surroundings surroundings, Problems problems) {
        return of(path, surroundings, problems, YamlFile.readFront(path, problems));
    }

    private static ConfigFile of(Path path, Surroundings surroundings, Problems problems, Optional<Mapping> found) {
        Mapping nothing = new Mapping(new Place(path.toString(), 1), new LinkedHashMap<>());
        Mapping tree = found.map(root -> Overrides.over(root, surroundings.overrides(), problems))
                .orElse(nothing);
        Problems heard = found.isPresent() ? problems : new Problems();
        ConfigFile file = new ConfigFile(path, surroundings, problems, tree, heard);
        problems.watch(file);
        return file;
    }

    public ConfigSection root() {
        return root;
    }

    public Problems problems() {
        return problems;
    }

    /** The folder that paths are relative to. */
    public Path folder() {
        return path.toAbsolutePath().normalize().getParent();
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /**
     * The settings as they were understood, in the order of the file: variables replaced, command line included, paths
     * absolute. Secrets stay the references that they are in the file.
     */
    public String resolved() {
        return ResolvedYaml.of(tree, meanings);
    }

    /** As {@link #resolved()}, with one more setting. */
    public String resolvedWith(String key, String value) {
        return ResolvedYaml.of(Overrides.over(tree, Map.of(key, value), problems), meanings);
    }

    /** Notes what the scalar at this key was understood as. */
    void understood(String key, String meaning) {
        meanings.put(key, meaning);
    }
}
