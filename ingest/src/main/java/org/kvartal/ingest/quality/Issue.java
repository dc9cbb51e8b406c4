package org.kvartal.ingest.quality;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param column the column to look at; empty when the row as a whole is meant
 * @param value the value found, as text; null when there is none
 * @param reason what is wrong, and what to do
 */
public record Issue(String column, @Nullable String value, String rule, Severity severity, String reason) {}
