package org.kvartal.ingest.quality;

import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of a row.
 *
 * @param filter the rule that leaves the row out; null when it stays
 * @param repair the rules by which the mapping repaired the row, separated by commas; null for none
 * @param exchange what is wrong with the rate by which its money was converted; null for nothing
 */
public record RowRemarks(
        @Nullable String filter,
        @Nullable String repair,
        @Nullable String exchange) {}
