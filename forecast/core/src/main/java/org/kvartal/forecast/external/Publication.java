package org.kvartal.forecast.external;

import java.time.LocalDate;

/**
 * One value of one vintage.
 *
 * @param publishedOn the vintage
 * @param period first day of the period forecast
 * @param value in the publisher's unit
 */
public record Publication(LocalDate publishedOn, LocalDate period, double value) {}
