package org.kvartal.ingest.source;

import java.io.Closeable;
import java.io.IOException;

/** The records of a file that holds one table; the first one is the header. */
interface FileRecords extends Closeable {
    /** Any number of fields will do: for the header. */
    int ANY_WIDTH = -1;

    /**
     * Hands the next record to the reader; empty lines are none. False when there is none left.
     *
     * @param width number of fields that a record must have
     */
    boolean next(int width, RecordReader reader) throws IOException;
}
