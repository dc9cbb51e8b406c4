package org.kvartal.ingest.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;

/**
 * Nights of a date before the newest one published. Such a night begins with the tables as they were on its date, else on
 * the last one published before, and {@code main} stays where it is: the newest night and those that follow never see it.
 */
final class PastNights {
    private static final String TAG = "as-of-";

    private PastNights() {}

    /** The name under which the state of a date is kept. */
    static String tag(LocalDate asOf) {
        return TAG + asOf;
    }

    /** The dates as of which any of the tables is kept. */
    static SortedSet<LocalDate> dates(List<Table> tables) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        for (Table table : tables) {
            table.refs().keySet().stream()
                    .filter(name -> name.startsWith(TAG))
                    .map(name -> LocalDate.parse(name.substring(TAG.length())))
                    .forEach(dates::add);
        }
        return dates;
    }

    static boolean isPast(List<Table> tables, LocalDate asOf) {
        return !dates(tables).tailSet(asOf.plusDays(1)).isEmpty();
    }

    static void start(List<Table> tables, LocalDate asOf) {
        SortedSet<LocalDate> before = dates(tables).headSet(asOf.plusDays(1));
        Optional<String> tag = before.isEmpty() ? Optional.empty() : Optional.of(tag(before.last()));
        for (Table table : tables) {
            Optional<Snapshot> base = tag.map(table::snapshot);
            if (base.isPresent()) {
                begin(table, base.get());
            } else {
                beginEmpty(table);
            }
        }
    }

    private static void begin(Table table, Snapshot base) {
        ManageSnapshots change = table.manageSnapshots();
        (table.refs().containsKey(Lake.NIGHT)
                        ? change.replaceBranch(Lake.NIGHT, base.snapshotId())
                        : change.createBranch(Lake.NIGHT, base.snapshotId()))
                .commit();
    }

    /** A branch that there is not would be read as {@code main}. */
    private static void beginEmpty(Table table) {
        @Nullable Snapshot published = table.currentSnapshot();
        if (published != null) {
            begin(table, published);
            table.newDelete()
                    .deleteFromRowFilter(Expressions.alwaysTrue())
                    .toBranch(Lake.NIGHT)
                    .commit();
        } else if (table.refs().containsKey(Lake.NIGHT)) {
            table.manageSnapshots().removeBranch(Lake.NIGHT).commit();
        }
    }

    /** Tags what the night has; a table without its branch was published by an earlier attempt. */
    static void publish(List<Table> tables, LocalDate asOf) {
        for (Table table : tables) {
            @Nullable Snapshot night = table.snapshot(Lake.NIGHT);
            if (night != null) {
                ManageSnapshots change = table.manageSnapshots();
                change = table.refs().containsKey(tag(asOf))
                        ? change.replaceTag(tag(asOf), night.snapshotId())
                        : change.createTag(tag(asOf), night.snapshotId());
                change.removeBranch(Lake.NIGHT).commit();
            }
        }
    }
}
