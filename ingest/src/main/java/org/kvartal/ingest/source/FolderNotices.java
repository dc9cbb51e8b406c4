package org.kvartal.ingest.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.settings.NearestKey;
import org.kvartal.ingest.source.ExtractFrom.FromFile;

/** What a folder has and nobody reads: files beside those that are read, and columns that were not agreed. */
final class FolderNotices {
    private final String source;
    private final Preset preset;
    private final SourceFiles files;
    private final List<SourceNotice> columns = new ArrayList<>();

    FolderNotices(String source, Preset preset, SourceFiles files) {
        this.source = source;
        this.preset = preset;
        this.files = files;
    }

    /** Adds the columns of a file that its extract does not know, where all of them are agreed. */
    void addColumns(Extract extract, Path file, FileColumns found) {
        if (extract.columns().others() == OtherColumns.USUAL) {
            return;
        }
        Set<String> absent =
                found.absent().stream().map(Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
        for (Column column : found.present()) {
            if (extract.columns().type(column.name()).isEmpty()) {
                columns.add(new SourceNotice(
                        source,
                        extract.into(),
                        files.label(file),
                        column.name(),
                        "unknown-column",
                        files.label(file) + " has a column " + column.name() + ", which is none of " + extract.into()
                                + " and is not taken" + meant(column.name(), absent)));
            }
        }
    }

    private static String meant(String name, Set<String> absent) {
        return NearestKey.of(name, absent)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    }

    List<SourceNotice> all() {
        Map<Path, Extract> read = new LinkedHashMap<>();
        preset.extracts().forEach(extract -> files.of(from(extract)).forEach(file -> read.putIfAbsent(file, extract)));
        Map<Path, SourceNotice> unread = new LinkedHashMap<>();
        for (Extract extract : preset.extracts()) {
            for (Path file : files.candidates(from(extract))) {
                if (!read.containsKey(file)) {
                    unread.put(file, unread(extract, file));
                }
            }
        }
        boolean isAgreed =
                preset.extracts().stream().anyMatch(extract -> extract.columns().others() == OtherColumns.MISTAKEN);
        for (Path file : isAgreed ? files.tables() : List.<Path>of()) {
            if (!read.containsKey(file)) {
                unread.putIfAbsent(file, notice("", file, "unread-file", " is not read: no table has this name"));
            }
        }
        List<SourceNotice> all = new ArrayList<>(unread.values());
        all.addAll(columns);
        return all;
    }

    private SourceNotice unread(Extract extract, Path file) {
        List<Path> instead = files.of(from(extract));
        Optional<Path> original = SourceFiles.original(file, instead);
        return original.map(same -> notice(
                        extract.into(),
                        file,
                        "repeated-file",
                        " is not read: it has the content of " + files.label(same)))
                .orElseGet(() -> notice(
                        extract.into(),
                        file,
                        "unread-file",
                        " is not read: " + files.label(instead.get(0)) + " is read in its place"));
    }

    private SourceNotice notice(String table, Path file, String rule, String what) {
        return new SourceNotice(source, table, files.label(file), "", rule, files.label(file) + what);
    }

    private static FromFile from(Extract extract) {
        return (FromFile) extract.from();
    }
}
