package org.kvartal.forecast.pipeline.simulation;

/**
 * What is fixed about a deal when it is created and what the CRM shows of it.
 *
 * @param competitor name of the competitor, empty if none is known
 * @param edge factor on the hazard of winning, from all the other traits together
 */
record Traits(String segment, String source, String product, String competitor, int contacts, double edge) {}
