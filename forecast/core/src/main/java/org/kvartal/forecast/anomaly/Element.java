package org.kvartal.forecast.anomaly;

/**
 * One member of a dimension: a product, a region, an owner.
 *
 * @param expected what the whole's expectation leaves to it
 * @param actual what came, in the same unit
 */
public record Element(String name, double expected, double actual) {}
