package org.kvartal.jobs.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When nights are expected: each is published on the day after its date.
 *
 * @param by time of that day
 */
public record Schedule(LocalTime by, ZoneId zone) {

    /** When the night of a date must be published. */
    public Instant due(LocalDate night) {
        return night.plusDays(1).atTime(by).atZone(zone).toInstant();
    }

    /** The newest night that must be published at a time. */
    public LocalDate lastDue(Instant now) {
        LocalDate yesterday = now.atZone(zone).toLocalDate().minusDays(1);
        return now.isBefore(due(yesterday)) ? yesterday.minusDays(1) : yesterday;
    }
}
