package org.kvartal.ingest.source;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kvartal.ingest.sql.SqlQuery;

/**
 * What a kind of CRM looks like: a folder with {@code source.yaml} and one SQL file per clean table.
 *
 * @param zone of the times that the source keeps without one
 * @param mappings the SQL of each clean table, by the table's name
 */
public record Preset(
        String name,
        SourceKind kind,
        ZoneId zone,
        CsvDialect dialect,
        List<Extract> extracts,
        SortedMap<String, SqlQuery> mappings) {

    public Preset {
        extracts = List.copyOf(extracts);
        mappings = Collections.unmodifiableSortedMap(new TreeMap<>(mappings));
    }

    /** The same preset with files written otherwise. */
    Preset written(CsvDialect newDialect, ZoneId newZone) {
        return new Preset(name, kind, newZone, newDialect, extracts, mappings);
    }
}
