package org.kvartal.ingest.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The business date of a night: everything known at the end of this day in the project's zone, nothing later. */
public record AsOf(LocalDate date, ZoneId zone) {

    /** The first instant that is no longer part of the day. */
    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
        return date.toString();
    }
}
