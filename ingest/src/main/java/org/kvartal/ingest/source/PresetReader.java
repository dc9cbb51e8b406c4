package org.kvartal.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.settings.InvalidSetting;
import org.kvartal.ingest.settings.Problems;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.ingest.sql.SqlQuery;

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
        this.file = ConfigFile.read(PresetFolders.description(folder), surroundings.withoutOverrides(), problems);
        this.problems = problems;
    }

    static Preset read(String name, Path folder, Surroundings surroundings, Problems problems) {
        return new PresetReader(folder, surroundings, problems).preset(name);
    }

    private Preset preset(String name) {
        ConfigSection root = file.root();
        SourceKind kind = root.oneOf("kind", SourceKind.class);
        SortedMap<String, SqlQuery> mappings = mappings();
        List<Extract> extracts = new ArrayList<>();
        root.sections("extract").forEach((extract, section) -> {
            root.section("extract").require(NAME.matcher(extract).matches(), extract, NAME_RULE);
            extracts.add(ExtractReader.read(extract, section, kind, mappings));
        });
        if (root.flag("canonical", false)) {
            root.require(kind == SourceKind.CSV, "canonical", "must be left out for a database");
            addContracts(extracts, mappings);
        }
        root.require(!extracts.isEmpty(), "extract", "must name at least one table");
        if (kind == SourceKind.JDBC) {
            checkExampleUrl(root);
        }
        return new Preset(name, kind, root.zone("zone", ZoneOffset.UTC), dialect(root, kind), extracts, mappings);
    }

    /** Every clean table that the preset says nothing else of comes from a file with its columns. */
    private static void addContracts(List<Extract> extracts, SortedMap<String, SqlQuery> mappings) {
        for (TableSpec table : CrmTables.ALL) {
            boolean isDeclared =
                    extracts.stream().anyMatch(extract -> extract.name().equals(table.name()));
            if (!isDeclared) {
                extracts.add(CanonicalFiles.extract(table));
                mappings.putIfAbsent(table.name(), CanonicalFiles.mapping(table));
            }
        }
    }

    /** The URL that a new configuration begins with. */
    private void checkExampleUrl(ConfigSection root) {
        root.optionalText(PresetForm.EXAMPLE_URL).ifPresent(url -> {
            try {
                JdbcUrl.parse(url, folder);
            } catch (IllegalArgumentException refused) {
                root.require(false, PresetForm.EXAMPLE_URL, refused.getMessage());
            }
        });
    }

    private static CsvDialect dialect(ConfigSection root, SourceKind kind) {
        CsvDialect usual = new CsvDialect(StandardCharsets.UTF_8, ',');
        return kind == SourceKind.CSV ? CsvDialect.read(root, usual) : usual;
    }

    private SortedMap<String, SqlQuery> mappings() {
        SortedMap<String, SqlQuery> mappings = new TreeMap<>();
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

    private void addMapping(String table, Path path, SortedMap<String, SqlQuery> mappings) {
        if (CrmTables.named(table).isEmpty()) {
            problems.add(new InvalidSetting(path.toString(), 0, "", "", "must be named after a clean table"));
        }
        mappings.put(table, SqlQuery.ofFile(path));
    }
}
