package org.kvartal.reports.section;

/**
 * One row of a table or one mark of a chart.
 *
 * @param condition chooses its rows
 */
public record Member(String label, String condition) {}
