package org.kvartal.ingest.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvartal.ingest.source.ExtractFrom.FromFile;

/** Reads a folder in a process of its own, which may be given little memory, and prints what was found. */
final class LongLine {
    private LongLine() {}

    public static void main(String[] folder) {
        Extract lines = new Extract("lines", new FromFile("lines.csv"), "", List.of("id"), Map.of(), Presence.REQUIRED);
        CsvDialect dialect = new CsvDialect(StandardCharsets.UTF_8, ',');
        Preset preset = new Preset("test", SourceKind.CSV, ZoneOffset.UTC, dialect, List.of(lines), new TreeMap<>());
        CollectedRows read = new CollectedRows();
        new FolderSource("crm", preset, Path.of(folder[0])).read(lines, read);
        System.out.println(read.rows + " " + read.findings());
    }
}
