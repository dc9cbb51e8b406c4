package org.kvartal.ingest.settings;

/** Where a setting stands: a line of a file, or the command line, which has no lines. */
record Place(String file, int line) {
    static final Place COMMAND_LINE = new Place("--set", 0);
}
