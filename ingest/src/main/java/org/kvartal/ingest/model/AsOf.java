package org.kvartal.ingest.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** The business date of a night: everything known at the end of this day in the project's zone, nothing later. */
public record AsOf(LocalDate date, ZoneId zone) {

    /** The first instant that is no longer part of the day. */
    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** What SQL that is run for the night knows of it: {@code :as_of} and {@code :as_of_end}. */
    public Map<String, Object> parameters() {
        return Map.of("as_of", date, "as_of_end", end());
    }

    @Override
    public String toString() {
        return date.toString();
    }
}
