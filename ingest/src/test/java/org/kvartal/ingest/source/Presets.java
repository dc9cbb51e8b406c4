package org.kvartal.ingest.source;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.source.ExtractFrom.FromTable;
import org.kvartal.ingest.source.SourcePlace.Database;

/** Sources in databases whose times are those of Prague, for tests. */
final class Presets {
    private Presets() {}

    static Extract table(String table, List<String> key, Map<String, ColumnType> types) {
        return new Extract("deals", new FromTable(table), "opportunities", key, types, Presence.REQUIRED);
    }

    static Source source(Database database, Extract... extracts) {
        CsvDialect dialect = new CsvDialect(StandardCharsets.UTF_8, ',');
        ZoneId zone = ZoneId.of("Europe/Prague");
        Preset preset = new Preset("demo", SourceKind.JDBC, zone, dialect, List.of(extracts), new TreeMap<>());
        return new JdbcSource("crm", preset, database);
    }

    static CollectedRows read(Database database, Extract extract) {
        CollectedRows read = new CollectedRows();
        try (Source source = source(database, extract)) {
            source.read(extract, read);
        }
        return read;
    }
}
