package org.kvartal.forecast.external;

import java.time.LocalDate;

/**
 * What came in a period of ours.
 *
 * @param period first day
 * @param lastDay last day, at whose end the value is known
 * @param value in our unit
 */
public record Observed(LocalDate period, LocalDate lastDay, double value) {}
