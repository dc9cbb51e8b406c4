package org.kvartal.forecast.pipeline.simulation;

/** A customer of a simulated company. */
record Account(String id, String industry, String region, int employees) {}
