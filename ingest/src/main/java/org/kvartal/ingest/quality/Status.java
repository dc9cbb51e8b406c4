package org.kvartal.ingest.quality;

/** What becomes of a row that was read. */
public enum Status {
    LOADED,
    QUARANTINED,
    /** An exact copy of a row that was loaded. */
    DEDUPLICATED,
    /** Left out by a named rule. */
    FILTERED
}
