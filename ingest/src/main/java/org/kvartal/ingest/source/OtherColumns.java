package org.kvartal.ingest.source;

/** What it means that a source has a column which its preset does not declare. */
public enum OtherColumns {
    /** Nothing: a CRM has many. */
    USUAL,
    /** A mistake, for the columns are agreed; it is told. */
    MISTAKEN
}
