package org.kvartal.ingest.preset;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

/**
 * Rows of a night as tests write them: without the prefix of the source, and with persons of known ids in place of their
 * pseudonyms. Other texts by which persons are known become {@code ***}.
 *
 * @param source the prefix of its ids
 */
record KnownPersons(PresetNight night, String source, List<String> ids) {
    private static final String DIGEST = "(?<=\\|)[0-9a-f]{16}(?=\\||$)";

    List<String> rows(String table, String... columns) {
        return night.rows(table, columns).stream().map(this::readable).toList();
    }

    List<String> rows(TableSpec table, String... columns) {
        return night.rows(table, columns).stream().map(this::readable).toList();
    }

    private String readable(String row) {
        String text = row;
        for (String id : ids) {
            String whole = source + ":" + id;
            text = text.replace(PresetNight.person(whole), whole)
                    .replace(PresetNight.PSEUDONYMS.nameOf(whole), "name of " + id);
        }
        return text.replace(source + ":", "").replaceAll(DIGEST, "***");
    }
}
