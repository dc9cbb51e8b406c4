package org.kvartal.reports.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.settings.ConfigSection;

/**
 * How datasets are published: {@code output.csv} and {@code publication.owners}.
 *
 * @param owners who answers for tables, by table or namespace; whoever owns {@code default} answers for the rest
 */
public record DatasetSettings(CsvFiles csv, Map<String, String> owners) {
    /** Said of a table for which nobody answers. */
    public static final String UNASSIGNED = "unassigned";

    private static final String DEFAULT = "default";
    private static final List<String> CSV = List.of("none", "plain", "spreadsheet");

    public DatasetSettings {
        owners = Map.copyOf(owners);
    }

    public static DatasetSettings read(ConfigSection output, ConfigSection publication) {
        String csv = output.oneOf("csv", CSV, "plain");
        ConfigSection section = publication.section("owners");
        Map<String, String> owners = new TreeMap<>();
        for (String key : section.keys()) {
            section.require(
                    key.equals(DEFAULT) || PublishedTables.isName(key),
                    key,
                    "must be default, a namespace as mart, or a published table as mart.price_position");
            owners.put(key, section.text(key, UNASSIGNED));
        }
        return new DatasetSettings(CsvFiles.valueOf(csv.toUpperCase(Locale.ROOT)), owners);
    }

    /** Who answers for a table. */
    public String owner(TableSpec table) {
        String fallback = owners.getOrDefault(table.namespace(), owners.getOrDefault(DEFAULT, UNASSIGNED));
        return owners.getOrDefault(table.qualifiedName(), fallback);
    }
}
