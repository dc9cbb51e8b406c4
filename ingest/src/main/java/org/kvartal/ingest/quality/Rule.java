package org.kvartal.ingest.quality;

/**
 * A condition on the rows of one clean table.
 *
 * @param column the column to look at first; named in every finding
 * @param fails SQL condition over the table's columns, true for the rows that break the rule
 * @param because one sentence for whoever has to mend the row
 */
public record Rule(String name, String table, String column, Severity severity, String fails, String because) {}
