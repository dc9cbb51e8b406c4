package org.kvartal.ingest.lake;

/** What runs the SQL of a night. */
public enum SqlEngine {
    /** This process as long as tables fit on one machine, Spark beyond. */
    AUTO,
    /** This process, however large the tables are. */
    LOCAL,
    /** Spark, however small the tables are: the choice where a cluster is to do the work. */
    SPARK
}
