package org.kvartal.ingest.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.Secret;
import org.kvartal.ingest.source.SourcePlace.Database;
import org.kvartal.ingest.source.SourcePlace.Folder;

/**
 * Section {@code sources.<name>} of conf/kvartal.yaml.
 *
 * @param name also the prefix of the ids that come from this source
 * @param currency ISO 4217 code of amounts that the source keeps without one; empty for the project's currency
 */
public record SourceSettings(
        String name, Preset preset, SourcePlace place, Optional<String> currency, ChangePolicy changes) {
    private static final int TIMEOUT_SECONDS = 300;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** Reads all sources, by the section that holds them. */
    public static List<SourceSettings> readAll(ConfigSection root, PresetFolders presets) {
        ConfigSection sources = root.section("sources");
        root.require(!sources.keys().isEmpty(), "sources", "must name at least one source");
        return root.sections("sources").entrySet().stream()
                .map(source -> {
                    sources.require(
                            isName(source.getKey()),
                            source.getKey(),
                            "must be named with lower-case letters, digits and underscores");
                    return read(source.getKey(), source.getValue(), presets);
                })
                .toList();
    }

    public static SourceSettings read(String name, ConfigSection section, PresetFolders presets) {
        String presetName = section.text("preset");
        Optional<Path> folder = presets.find(presetName);
        section.require(
                folder.isPresent(), "preset", "must be one of the presets " + String.join(", ", presets.names()));
        Preset preset = folder.map(found -> PresetReader.read(
                        presetName,
                        found,
                        section.file().surroundings(),
                        section.file().problems()))
                .orElseGet(() -> unknown(presetName, section));
        Optional<String> currency = section.optionalText("currency");
        section.require(
                currency.isEmpty() || CURRENCY.matcher(currency.get()).matches(),
                "currency",
                "must be an ISO 4217 code, as EUR");
        SourcePlace place = preset.kind() == SourceKind.CSV ? folder(section) : database(section);
        return new SourceSettings(
                name,
                CustomFields.addedTo(written(preset, section), section),
                place,
                currency,
                ChangePolicy.read(section, preset.kind()));
    }

    /** Stands in for a preset that does not exist, so that the rest of the section is read all the same. */
    private static Preset unknown(String name, ConfigSection section) {
        SourceKind kind = section.has("url") ? SourceKind.JDBC : SourceKind.CSV;
        CsvDialect dialect = new CsvDialect(StandardCharsets.UTF_8, ',');
        return new Preset(name, kind, ZoneOffset.UTC, dialect, List.of(), new TreeMap<>());
    }

    /** What an installation may write otherwise than its kind of CRM does. */
    private static Preset written(Preset preset, ConfigSection section) {
        CsvDialect dialect =
                preset.kind() == SourceKind.CSV ? CsvDialect.read(section, preset.dialect()) : preset.dialect();
        return preset.written(dialect, section.zone("zone", preset.zone()));
    }

    private static SourcePlace folder(ConfigSection section) {
        return new Folder(section.folder("folder"));
    }

    private static SourcePlace database(ConfigSection section) {
        String user = section.text("user", "");
        Secret password = section.optionalSecret("password").orElse(new Secret(""));
        Duration timeout = Duration.ofSeconds(section.integerFrom(1, 86_400, "timeout-seconds", TIMEOUT_SECONDS));
        String url = section.privateText("url");
        try {
            return new Database(JdbcUrl.parse(url, section.baseOf("url")), user, password, timeout);
        } catch (IllegalArgumentException refused) {
            section.require(false, "url", String.valueOf(refused.getMessage()));
            return new Folder(section.file().folder());
        }
    }

    /** Whether a source may be called so. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
