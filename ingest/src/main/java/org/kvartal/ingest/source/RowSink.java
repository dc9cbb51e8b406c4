package org.kvartal.ingest.source;

import org.jspecify.annotations.Nullable;

/** Takes the rows of an extract, one after the other. */
public interface RowSink {

    /**
     * A row that could be read.
     *
     * @param values in the order of the columns of {@link RawTable}: String, Long, Double, BigDecimal, LocalDate,
     *     OffsetDateTime in UTC or Boolean, null where there is none; the array is not used again
     * @param file the file, or the table of a database
     * @param line of the file, from 1; in a database the number of the row
     */
    void row(@Nullable Object[] values, String file, long line);

    /** A row that could not be read. */
    void rejected(Rejection rejection);
}
