package org.kvartal.ingest.quality;

/** Where the rows of one source and clean table have gone. No row disappears in silence: the balance must close. */
public record RowBalance(
        String table,
        String source,
        long read,
        long derived,
        long loaded,
        long quarantined,
        long deduplicated,
        long filtered) {

    public RowBalance {
        if (read + derived != loaded + quarantined + deduplicated + filtered) {
            throw new IllegalStateException("Invalid row balance of " + table + " from " + source + ": read " + read
                    + " + derived " + derived
                    + ", but loaded " + loaded + " + quarantined " + quarantined + " + deduplicated " + deduplicated
                    + " + filtered " + filtered + "; a mapping must keep every row and name the rule of those it leaves"
                    + " out in _filter");
        }
    }

    /** As a row of {@link QualityTables#ROW_BALANCE}. */
    public Object[] row() {
        return new Object[] {table, source, read, derived, loaded, quarantined, deduplicated, filtered};
    }
}
