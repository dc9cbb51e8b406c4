package org.kvartal.ingest.gate;

/**
 * A total that a mart must have from the clean table beneath it.
 *
 * @param measure SQL expression over the rows of the mart
 * @param table clean table
 * @param expected SQL expression over its rows, with {@code :as_of_end} for the end of the night
 */
public record MartTotal(String mart, String measure, String table, String expected) {}
