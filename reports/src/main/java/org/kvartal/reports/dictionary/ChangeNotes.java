package org.kvartal.reports.dictionary;

import java.util.List;

/**
 * What has changed since the release before, in words.
 *
 * @param since date of the release before; empty when there is none
 * @param lines one for each table that has changed
 */
public record ChangeNotes(String since, List<Line> lines) {
    /**
     * The change of one table.
     *
     * @param schema what became of its columns; empty when nothing
     * @param rows what became of its rows
     * @param sums what became of its numbers
     */
    public record Line(String table, String schema, String rows, String sums) {}

    public static final ChangeNotes NONE = new ChangeNotes("", List.of());

    public ChangeNotes {
        lines = List.copyOf(lines);
    }
}
