package org.kvartal.ingest.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.TableSpec;

/**
 * Decides what becomes of each row of a table. The rows come sorted by key: of several with one key the first stays,
 * exact copies of it are left out, others are rejected.
 *
 * <p>Ids carry their source, so two sources have a key in common only where a table is shared, as exchange rates are:
 * there the source that the configuration names first prevails.
 */
public final class Judge {
    /** The rule that leaves out what a source before in the configuration has too. */
    public static final String OTHER_SOURCE = "known-from-other-source";

    private final TableSpec table;
    private final RowCheck check;
    private final int[] key;
    private @Nullable MappedRow standing;

    public Judge(TableSpec table, RowCheck check) {
        this.table = table;
        this.check = check;
        this.key = table.key().stream().mapToInt(table.columnNames()::indexOf).toArray();
    }

    /** The judgement on the next row. */
    public Judgement judge(MappedRow row) {
        @Nullable String filter = row.remarks().filter();
        if (filter != null) {
            return Judgement.filteredBy(filter);
        }
        List<Issue> issues = check.issues(row);
        if (issues.stream().anyMatch(issue -> issue.severity() == Severity.QUARANTINE)) {
            return Judgement.of(Status.QUARANTINED, issues);
        }
        if (standing != null && sameKey(standing, row)) {
            return repeated(standing, row, issues);
        }
        standing = row;
        return Judgement.of(Status.LOADED, issues);
    }

    private Judgement repeated(MappedRow first, MappedRow row, List<Issue> issues) {
        if (first.sameContent(row)) {
            return Judgement.of(Status.DEDUPLICATED, List.of());
        }
        return first.origin().source().equals(row.origin().source())
                ? Judgement.of(Status.QUARANTINED, withConflict(row, issues))
                : Judgement.filteredBy(OTHER_SOURCE);
    }

    private boolean sameKey(MappedRow one, MappedRow other) {
        return IntStream.of(key).allMatch(column -> {
            Object value = one.value(column);
            return value != null && value.equals(other.value(column));
        });
    }

    private List<Issue> withConflict(MappedRow row, List<Issue> issues) {
        List<Issue> all = new ArrayList<>(issues);
        all.add(new Issue(
                table.key().get(0),
                row.text(key[0]),
                "unique-key",
                Severity.QUARANTINE,
                "another row has the same " + String.join(", ", table.key()) + " and other values; keep one of them"));
        return all;
    }

    /** The row's key as people write it. */
    public String keyText(MappedRow row) {
        return table.keyText(column -> row.text(table.columnNames().indexOf(column)));
    }
}
