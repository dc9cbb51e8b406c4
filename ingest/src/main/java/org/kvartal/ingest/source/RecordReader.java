package org.kvartal.ingest.source;

/** Takes the records of a file, one after the other. */
interface RecordReader {
    /**
     * A record that could be taken apart.
     *
     * @param line from 1
     * @param text the record as it stands in the file
     */
    void record(long line, String text, String[] fields);

    /**
     * A record with a field that has no value, but an error in its place.
     *
     * @param field from 0
     */
    void broken(long line, String text, int field, String value, String rule, String reason);

    /** A record that could not. */
    void broken(long line, String text, String rule, String reason);
}
