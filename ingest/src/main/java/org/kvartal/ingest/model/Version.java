package org.kvartal.ingest.model;

/** Which Kvartal this is, for the command line, the run record and the cover of the report. */
public final class Version {
    /** The version of the POM; a test holds the two equal. */
    public static final String NUMBER = "0.1.0";

    private Version() {}
}
