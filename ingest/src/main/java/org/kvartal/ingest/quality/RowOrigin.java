package org.kvartal.ingest.quality;

import org.jspecify.annotations.Nullable;

/**
 * Where a row came from.
 *
 * @param file the file or table; null when the mapping does not say
 * @param line of the file, from 1; null for databases
 * @param derived made by the mapping beside the rows that were read
 */
public record RowOrigin(
        String source, @Nullable String file, @Nullable Long line, boolean derived) {}
