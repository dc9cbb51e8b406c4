package org.kvartal.reports.dictionary;

/**
 * A column as the dictionary of a release describes it.
 *
 * @param type as people call it, such as "amount of money"
 * @param unit empty for none
 */
public record PublishedColumn(String name, String type, String unit, String description) {}
