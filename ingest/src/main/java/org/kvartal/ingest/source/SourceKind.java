package org.kvartal.ingest.source;

/** How a source is reached. */
public enum SourceKind {
    /** A folder of files: CSV, plain or compressed by gzip, XLSX or Parquet. */
    CSV,
    /** A database. */
    JDBC
}
