package org.kvartal.reports.difference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.dictionary.ChangeNotes;
import org.kvartal.reports.dictionary.PublishedDictionary;

/**
 * What has changed between two releases.
 *
 * @param before as-of date of the one
 * @param after as-of date of the other
 * @param added tables that only the other has
 * @param removed tables that only the one has
 * @param tables those of both that have changed
 */
public record ReleaseChanges(
        LocalDate before, LocalDate after, List<String> added, List<String> removed, List<TableChange> tables) {
    private static final String BEFORE = "before_";
    private static final String AFTER = "after_";

    public ReleaseChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        tables = List.copyOf(tables);
    }

    /**
     * Compares two releases.
     *
     * @param before as-of date of the one
     * @param dataBefore its folder of datasets
     * @param after as-of date of the other
     * @param dataAfter its folder of datasets
     * @throws DataUnreadable if one of them has no dictionary
     */
    public static ReleaseChanges between(LocalDate before, Path dataBefore, LocalDate after, Path dataAfter) {
        PublishedDictionary old = dictionary(before, dataBefore);
        PublishedDictionary fresh = dictionary(after, dataAfter);
        List<TableChange> tables = new ArrayList<>();
        try (Datasets datasets = Datasets.open(Map.of(BEFORE, dataBefore, AFTER, dataAfter), ZoneOffset.UTC)) {
            TableComparison comparison = new TableComparison(datasets, BEFORE, AFTER);
            for (String table : fresh.tables()) {
                if (old.has(table)) {
                    boolean same = SameFiles.in(dataBefore, dataAfter, table)
                            && old.columns(table).equals(fresh.columns(table));
                    TableChange change = same
                            ? new TableChange(table, List.of(), RowChange.NONE, List.of())
                            : comparison.change(table, old.columns(table), fresh.columns(table), fresh.grain(table));
                    if (!change.isNone()) {
                        tables.add(change);
                    }
                }
            }
        }
        return new ReleaseChanges(before, after, without(fresh, old), without(old, fresh), tables);
    }

    private static PublishedDictionary dictionary(LocalDate date, Path data) {
        return PublishedDictionary.in(data)
                .orElseThrow(() -> new DataUnreadable(
                        "Cannot compare the release of " + date + ": it has no dictionary of this kind", null));
    }

    private static List<String> without(PublishedDictionary these, PublishedDictionary those) {
        return these.tables().stream().filter(table -> !those.has(table)).toList();
    }

    /** What {@code changes.json} holds. */
    public Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("before", before.toString());
        content.put("after", after.toString());
        content.put("tables_added", added);
        content.put("tables_removed", removed);
        content.put("tables", tables.stream().map(ReleaseChanges::content).toList());
        return content;
    }

    private static Map<String, Object> content(TableChange change) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("table", change.table());
        content.put("columns", change.columns());
        content.put("rows", change.rows());
        content.put("sums", change.sums());
        return content;
    }

    /** The same in words, for the dictionary. */
    public ChangeNotes notes() {
        List<ChangeNotes.Line> lines = new ArrayList<>();
        added.forEach(table -> lines.add(new ChangeNotes.Line(table, "new table", "", "")));
        removed.forEach(table -> lines.add(new ChangeNotes.Line(table, "table gone", "", "")));
        tables.forEach(change -> lines.add(
                new ChangeNotes.Line(change.table(), change.columnText(), change.rowText(), change.sumText())));
        return new ChangeNotes(before.toString(), lines);
    }
}
