package org.kvartal.reports.measure;

/** A range that holds the true value with a stated confidence. */
public record Interval(double low, double high) {}
