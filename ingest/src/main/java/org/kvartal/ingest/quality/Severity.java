package org.kvartal.ingest.quality;

/** What a failing row means. */
public enum Severity {
    /** The row is kept out of the clean table, and stored with its origin. */
    QUARANTINE,
    /** The row is kept, but the night reports the breach by its exit code. */
    ERROR,
    /** The row is kept and flagged. */
    WARNING;

    /** As configuration and tables write it. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
