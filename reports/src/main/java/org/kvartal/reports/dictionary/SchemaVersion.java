package org.kvartal.reports.dictionary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kvartal.ingest.lake.TableSpec;

/**
 * Versions of the columns of a table, from release to release: 1.0 at first; the second number counts releases in which
 * columns came, the first those in which one went or changed its type, so that a query may fail.
 */
final class SchemaVersion {
    private static final String FIRST = "1.0";

    private SchemaVersion() {}

    static String of(TableSpec table, Optional<PublishedDictionary> before) {
        return before.filter(dictionary -> dictionary.has(table.qualifiedName()))
                .map(dictionary -> next(
                        dictionary.schemaVersion(table.qualifiedName()),
                        dictionary.columns(table.qualifiedName()),
                        columns(table)))
                .orElse(FIRST);
    }

    private static Map<String, String> columns(TableSpec table) {
        Map<String, String> columns = new LinkedHashMap<>();
        table.columns()
                .forEach(column -> columns.put(column.name(), column.type().sqlType()));
        return columns;
    }

    static String next(String version, Map<String, String> before, Map<String, String> after) {
        int point = version.indexOf('.');
        int first = Integer.parseInt(version.substring(0, point));
        int second = Integer.parseInt(version.substring(point + 1));
        boolean broken =
                before.entrySet().stream().anyMatch(column -> !column.getValue().equals(after.get(column.getKey())));
        if (broken) {
            return first + 1 + ".0";
        }
        return after.size() > before.size() ? first + "." + (second + 1) : version;
    }
}
