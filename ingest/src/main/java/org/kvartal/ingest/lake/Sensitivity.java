package org.kvartal.ingest.lake;

/** Who may see the values of a column. */
public enum Sensitivity {
    /** Everyone who may see the publication. */
    INTERNAL,
    /** Tells a person apart: published only as a pseudonym, unless an audience is allowed to see persons. */
    PERSON
}
