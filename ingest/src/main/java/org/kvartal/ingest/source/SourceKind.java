package org.kvartal.ingest.source;

/** How a source is reached. */
public enum SourceKind {
    /** A folder of CSV files, plain or compressed by gzip. */
    CSV,
    /** A database. */
    JDBC
}
