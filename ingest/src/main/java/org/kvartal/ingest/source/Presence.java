package org.kvartal.ingest.source;

/** Whether a source must have what an extract reads. */
public enum Presence {
    REQUIRED,
    OPTIONAL
}
