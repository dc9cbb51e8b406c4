package org.kvartal.ingest.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.TableSpec;

/**
 * Decides what becomes of each row of a table. The rows come sorted by key: of several with one key the first stays,
 * exact copies of it are left out, others are rejected.
 */
public final class Judge {
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
        if (row.filter() != null) {
            return new Judgement(Status.FILTERED, List.of());
        }
        List<Issue> issues = check.issues(row);
        if (issues.stream().anyMatch(issue -> issue.severity() == Severity.QUARANTINE)) {
            return new Judgement(Status.QUARANTINED, issues);
        }
        if (standing != null && sameKey(standing, row)) {
            return standing.sameContent(row)
                    ? new Judgement(Status.DEDUPLICATED, List.of())
                    : new Judgement(Status.QUARANTINED, withConflict(row, issues));
        }
        standing = row;
        return new Judgement(Status.LOADED, issues);
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
        StringBuilder text = new StringBuilder();
        for (int column : key) {
            String part = row.text(column);
            text.append(part == null ? "" : part).append(' ');
        }
        return text.toString().strip();
    }
}
