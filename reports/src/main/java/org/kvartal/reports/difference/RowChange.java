package org.kvartal.reports.difference;

/**
 * What became of the rows of a table, told apart by its grain.
 *
 * @param added rows whose key is new
 * @param removed rows whose key is gone
 * @param changed rows with a value that is another one, in a column that both releases have
 */
public record RowChange(long before, long after, long added, long removed, long changed) {
    static final RowChange NONE = new RowChange(0, 0, 0, 0, 0);

    boolean isNone() {
        return added == 0 && removed == 0 && changed == 0;
    }
}
