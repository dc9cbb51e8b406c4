package org.kvartal.reports.chart;

import org.kvartal.reports.fact.Fact;

/** A number with its label. */
public record Item(String label, Fact value) {}
