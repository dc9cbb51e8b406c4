package org.kvartal.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Problems;
import org.kvartal.ingest.settings.Surroundings;

/** Reads the folder of a preset. */
final class PresetReader {
    private static final String MAPPING = ".sql";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final String NAME_RULE = "must be named with lower-case letters, digits and underscores";

    private final Path folder;
    private final ConfigFile file;
    private final Problems problems;

    private PresetReader(Path folder, Surroundings surroundings, Problems problems) {
        this.folder = folder;
        this.file = ConfigFile.read(folder.resolve("source.yaml"), surroundings.withoutOverrides(), problems);
        this.problems = problems;
    }

    static Preset read(String name, Path folder, Surroundings surroundings, Problems problems) {
        return new PresetReader(folder, surroundings, problems).preset(name);
    }

    private Preset preset(String name) {
        ConfigSection root = file.root();
        SourceKind kind = root.oneOf("kind", SourceKind.class);
        SortedMap<String, Path> mappings = mappings();
        List<Extract> extracts = new ArrayList<>();
        root.sections("extract").forEach((extract, section) -> {
            root.section("extract").require(NAME.matcher(extract).matches(), extract, NAME_RULE);
            extracts.add(ExtractReader.read(extract, section, kind, mappings));
        });
        root.require(!extracts.isEmpty(), "extract", "must name at least one table");
        return new Preset(name, kind, root.zone("zone", ZoneOffset.UTC), dialect(root, kind), extracts, mappings);
    }

    private static CsvDialect dialect(ConfigSection root, SourceKind kind) {
        if (kind != SourceKind.CSV) {
            return new CsvDialect(StandardCharsets.UTF_8, ',');
        }
        String encoding = root.text("encoding", "UTF-8");
        String delimiter = root.text("delimiter", ",");
        boolean isDelimiter = delimiter.length() == 1 && "\"\r\n".indexOf(delimiter.charAt(0)) < 0;
        root.require(isSupported(encoding), "encoding", "must be a character set, as UTF-8 or windows-1250");
        root.require(isDelimiter, "delimiter", "must be one character, and no quote");
        return new CsvDialect(
                isSupported(encoding) ? Charset.forName(encoding) : StandardCharsets.UTF_8,
                isDelimiter ? delimiter.charAt(0) : ',');
    }

    private static boolean isSupported(String encoding) {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalCharsetNameException noName) {
            return false;
        }
    }

    private SortedMap<String, Path> mappings() {
        SortedMap<String, Path> mappings = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.sorted().toList()) {
                String fileName = path.getFileName().toString();
                if (fileName.endsWith(MAPPING)) {
                    addMapping(fileName.substring(0, fileName.length() - MAPPING.length()), path, mappings);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read preset " + folder, unreadable);
        }
        return mappings;
    }

    private void addMapping(String table, Path path, SortedMap<String, Path> mappings) {
        if (CrmTables.named(table).isEmpty()) {
            problems.add(new InvalidSetting(path.toString(), 0, "", "", "must be named after a clean table"));
        }
        mappings.put(table, path);
    }
}
