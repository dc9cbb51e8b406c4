package org.kvartal.forecast.request;

import org.kvartal.forecast.worktime.Span;

/** A stretch of time that a request spent on one thing. */
public record Stretch(Part part, Span span) {}
