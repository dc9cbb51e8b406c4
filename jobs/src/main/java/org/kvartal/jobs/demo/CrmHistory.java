package org.kvartal.jobs.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that was ever entered into the CRM: every row of every table, with all its versions. */
final class CrmHistory {
    private final Map<Table, List<Row>> rows = new LinkedHashMap<>();
    private final Instant end;

    /** A history that ends before a moment: what is entered from then on is left out. */
    CrmHistory(Instant end) {
        this.end = end;
    }

    Row add(Table table, Instant enteredAt) {
        Row row = new Row(table, enteredAt);
        rows.computeIfAbsent(table, ignored -> new ArrayList<>()).add(row);
        return row;
    }

    /** Gives every row its key, in order of entry as a database sequence does, once all have been entered. */
    void number() {
        rows.values().forEach(entered -> {
            entered.removeIf(row -> !row.enteredAt().isBefore(end));
            entered.sort(Comparator.comparing(Row::enteredAt));
            int key = 0;
            for (Row row : entered) {
                row.number(++key);
            }
        });
    }

    Set<Table> tables() {
        return rows.keySet();
    }

    List<Row> rows(Table table) {
        return rows.getOrDefault(table, List.of());
    }
}
