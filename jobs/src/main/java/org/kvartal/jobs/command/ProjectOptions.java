package org.kvartal.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.NotifyConfig;
import org.kvartal.jobs.ReportConfig;
import picocli.CommandLine.Option;

/** The options of every verb that works on a project. */
final class ProjectOptions {
    private static final Path DEFAULT_CONFIG = Path.of("conf", "kvartal.yaml");

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration (default: conf/kvartal.yaml).")
    private @Nullable Path config;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder; overrides output.folder.")
    private @Nullable Path out;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides one setting, as --set project.currency=USD.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /**
     * The project's configuration. Without {@code --config}, an output folder that has been run before brings its own.
     */
    KvartalConfig config() {
        return KvartalConfig.read(configFile(), surroundings());
    }

    /** What a report needs of the configuration. */
    ReportConfig reportConfig() {
        return ReportConfig.read(configFile(), surroundings());
    }

    /** What telling people needs of the configuration. */
    NotifyConfig notifyConfig() {
        return NotifyConfig.read(configFile(), surroundings());
    }

    private Path configFile() {
        if (config == null && out != null) {
            Path stored = KvartalConfig.storedIn(out);
            if (Files.isRegularFile(stored)) {
                return stored;
            }
        }
        return config == null ? DEFAULT_CONFIG : config;
    }

    /** The output folder, for verbs that need no source. */
    Path output() {
        return out != null ? out.toAbsolutePath().normalize() : config().output();
    }

    private Surroundings surroundings() {
        Map<String, String> all = new LinkedHashMap<>(overrides);
        if (out != null) {
            all.put("output.folder", out.toString());
        }
        return new Surroundings(System.getenv(), Path.of(""), all);
    }

    /** What a configuration that a verb has written itself depends on. */
    static Surroundings surroundings(Path output) {
        return new Surroundings(System.getenv(), Path.of(""), Map.of("output.folder", output.toString()));
    }
}
