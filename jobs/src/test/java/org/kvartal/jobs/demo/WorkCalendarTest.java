package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkCalendarTest {
    private final WorkCalendar calendar = WorkCalendar.around(Span.endingOn(LocalDate.of(2026, 6, 30)));

    @Test
    void workLeftOverOnFridayGoesOnAfterTheWeekend() {
        Instant friday = WorkCalendar.moment(LocalDate.of(2026, 6, 19), 16);
        assertThat(calendar.after(friday, 2)).isEqualTo(WorkCalendar.moment(LocalDate.of(2026, 6, 22), 9));
    }

    @Test
    void whatArrivesAtNightIsBegunInTheMorning() {
        Instant night = WorkCalendar.moment(LocalDate.of(2026, 6, 16), 22);
        assertThat(calendar.after(night, 0.5)).isEqualTo(WorkCalendar.moment(LocalDate.of(2026, 6, 17), 8.5));
    }

    @Test
    void holidaysAreNotWorked() {
        Instant eve = WorkCalendar.moment(LocalDate.of(2026, 4, 30), 16.5);
        assertThat(calendar.after(eve, 1)).isEqualTo(WorkCalendar.moment(LocalDate.of(2026, 5, 4), 8.5));
    }

    @Test
    void theHourOfOpeningIsLocalInSummerAndInWinter() {
        assertThat(WorkCalendar.moment(LocalDate.of(2026, 3, 27), 8)).isEqualTo("2026-03-27T07:00:00Z");
        assertThat(WorkCalendar.moment(LocalDate.of(2026, 3, 30), 8)).isEqualTo("2026-03-30T06:00:00Z");
    }
}
