package org.kvartal.jobs.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row through time: what it held from each moment on. A value that is itself a row stands for the key of that row,
 * which is known only when all rows have been entered.
 */
final class Row {
    private final Table table;
    private final List<Version> versions = new ArrayList<>();
    private int id;

    Row(Table table, Instant createdAt) {
        this.table = table;
        versions.add(new Version(createdAt, new Object[table.width()]));
        set("DELETED", false).set("CREATED_AT", createdAt).set("MODIFIED_AT", createdAt);
    }

    /** Sets a value of the newest version. */
    Row set(String column, @Nullable Object value) {
        newest().values[table.position(column)] = value;
        return this;
    }

    /** Begins a new version, which differs from the one before by what is set next. */
    Row change(Instant moment) {
        if (moment.isBefore(newest().since)) {
            throw new IllegalArgumentException(
                    "Cannot change " + table + ": " + moment + " is before its last change at " + newest().since);
        }
        versions.add(new Version(moment, newest().values.clone()));
        return set("MODIFIED_AT", moment);
    }

    /** Marks the row as deleted, as the vendor does: it stays where it is. */
    Row delete(Instant moment) {
        return change(moment).set("DELETED", true);
    }

    /** Puts a value into every version, as if it had been entered so. */
    Row rewrite(String column, @Nullable Object value) {
        int position = table.position(column);
        versions.forEach(version -> version.values[position] = value);
        return this;
    }

    @Nullable
    Object get(String column) {
        return newest().values[table.position(column)];
    }

    /** What the row holds just before a moment; empty when it is not entered yet. */
    Optional<@Nullable Object[]> before(Instant moment) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).since.isBefore(moment)) {
                return Optional.of(versions.get(i).values);
            }
        }
        return Optional.empty();
    }

    Instant enteredAt() {
        return versions.get(0).since;
    }

    Instant changedAt() {
        return newest().since;
    }

    Table table() {
        return table;
    }

    int id() {
        if (id == 0) {
            throw new IllegalStateException("Cannot name a row of " + table + ": it has no key yet");
        }
        return id;
    }

    void number(int key) {
        id = key;
        rewrite("ID", key);
    }

    private Version newest() {
        return versions.get(versions.size() - 1);
    }

    private static final class Version {
        private final Instant since;
        private final @Nullable Object[] values;

        Version(Instant since, @Nullable Object[] values) {
            this.since = since;
            this.values = values;
        }
    }
}
