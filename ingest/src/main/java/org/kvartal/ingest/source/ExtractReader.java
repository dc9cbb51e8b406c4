package org.kvartal.ingest.source;

import java.nio.file.FileSystems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.settings.ConfigSection;
import org.kvartal.ingest.source.ExtractFrom.FromFile;
import org.kvartal.ingest.source.ExtractFrom.FromQuery;
import org.kvartal.ingest.source.ExtractFrom.FromTable;
import org.kvartal.ingest.sql.SqlQuery;

/** Reads one entry below {@code extract} of a preset. */
final class ExtractReader {
    private static final Pattern INSIDE = Pattern.compile("(?!/)(?!.*\\.\\.)[^\\p{Cntrl}\\\\:]*");
    private static final Pattern SELECT = Pattern.compile("(?is)(select|with)\\b[^;]*");

    private ExtractReader() {}

    static Extract read(String name, ConfigSection section, SourceKind kind, Map<String, SqlQuery> mappings) {
        ExtractFrom from = kind == SourceKind.CSV ? file(section) : database(name, section);
        String into = section.text("into", "");
        boolean isKnown = into.isEmpty() || CrmTables.named(into).isPresent();
        section.require(isKnown, "into", "must be the name of a clean table");
        section.require(into.isEmpty() || mappings.containsKey(into), "into", "needs a mapping " + into + ".sql");
        Presence presence = section.flag("optional", false) ? Presence.OPTIONAL : Presence.REQUIRED;
        List<String> key = kind == SourceKind.CSV ? section.texts("key", List.of()) : section.texts("key");
        DeclaredColumns columns =
                new DeclaredColumns(types(section, "columns"), types(section, "may-have"), spellings(section));
        return new Extract(
                name, from, into, key, columns, section.optionalText("changed"), goneAtMost(section), presence);
    }

    private static ExtractFrom file(ConfigSection section) {
        List<String> patterns = section.oneOrMore("file");
        boolean areInside =
                patterns.stream().allMatch(pattern -> INSIDE.matcher(pattern).matches() && isGlob(pattern));
        section.require(
                areInside, "file", "must be a file inside the folder of the source, or a pattern of such files");
        return new FromFile(areInside ? patterns : List.of());
    }

    private static Optional<Double> goneAtMost(ConfigSection section) {
        return section.has("gone-at-most") ? Optional.of(section.numberFrom(0, 1, "gone-at-most")) : Optional.empty();
    }

    private static boolean isGlob(String pattern) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            return true;
        } catch (PatternSyntaxException noGlob) {
            return false;
        }
    }

    private static ExtractFrom database(String name, ConfigSection section) {
        if (!section.has("query")) {
            return new FromTable(section.text("table"));
        }
        String query = section.text("query").strip();
        section.require(SELECT.matcher(query).matches(), "query", "must be one select, without a semicolon");
        return new FromQuery(name, query);
    }

    private static Map<String, ColumnType> types(ConfigSection section, String key) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        ConfigSection columns = section.section(key);
        columns.keys().forEach(column -> types.put(column, columns.oneOf(column, ColumnType.class)));
        return types;
    }

    private static Map<String, List<String>> spellings(ConfigSection section) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        ConfigSection also = section.section("also");
        also.keys().forEach(column -> spellings.put(column, also.oneOrMore(column)));
        return spellings;
    }
}
