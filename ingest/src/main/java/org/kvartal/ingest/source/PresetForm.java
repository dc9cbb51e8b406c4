package org.kvartal.ingest.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.Surroundings;

/**
 * What a preset asks of whoever configures a source by it.
 *
 * @param exampleUrl where such a database usually is; empty where the preset does not say, and for files
 */
public record PresetForm(String name, SourceKind kind, String exampleUrl) {
    static final String EXAMPLE_URL = "example-url";

    /** Reads no more of the preset than this: whether the rest is valid, the configuration's reader tells. */
    public static Optional<PresetForm> find(String name, PresetFolders presets) {
        return presets.find(name).map(folder -> {
            Surroundings none = new Surroundings(Map.of(), Path.of(""), Map.of());
            ConfigSection root =
                    ConfigFile.read(PresetFolders.description(folder), none).root();
            return new PresetForm(name, root.oneOf("kind", SourceKind.class), root.text(EXAMPLE_URL, ""));
        });
    }
}
