package org.kvartal.forecast.survey;

/** The interval of a share or a score. */
public record Range(double low, double high) {}
