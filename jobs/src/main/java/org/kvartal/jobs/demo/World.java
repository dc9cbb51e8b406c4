package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;

/** What every part of the company shares: time, size, chance, and the CRM into which all of them enter their work. */
record World(long seed, Size size, Span span, WorkCalendar calendar, CrmHistory history) {

    static World of(long seed, Size size, LocalDate lastDay) {
        Span span = Span.endingOn(lastDay);
        return new World(seed, size, span, WorkCalendar.around(span), new CrmHistory(WorkCalendar.endOf(lastDay)));
    }

    Dice dice(String stream) {
        return Dice.of(seed, stream);
    }

    /** When the CRM was set up: before the first day, so that the history does not begin in an empty house. */
    Instant setUp() {
        return WorkCalendar.moment(span.first().minusDays(WorkCalendar.DAYS_BEFORE), 8);
    }

    /** A moment, or the set-up where that came later. */
    Instant sinceSetUp(Instant moment) {
        return moment.isBefore(setUp()) ? setUp() : moment;
    }

    Instant end() {
        return WorkCalendar.endOf(span.last());
    }

    boolean covers(Instant moment) {
        return moment.isBefore(end());
    }
}
