package org.kvartal.ingest.lake;

/** Who may see the values of a column. */
public enum Sensitivity {
    /** Everyone who may see the publication. */
    INTERNAL,
    /**
     * Counts the persons whom the figures of the row are about. A row of a group too small to be shown has no figures, this
     * one included, and neither has a row by which such a group could be had by subtraction from its total.
     */
    GROUP,
    /** Tells a person apart: published only as a pseudonym, unless an audience is allowed to see persons. */
    PERSON
}
