package org.kvartal.ingest.model;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FiscalCalendarTest {
    @ParameterizedTest
    @CsvSource({
        "1, 2024-02-29, Q1 2024, 2024-01-01, 2024-03-31",
        "1, 2024-12-31, Q4 2024, 2024-10-01, 2024-12-31",
        "7, 2024-06-30, Q4 2024, 2024-04-01, 2024-06-30",
        "7, 2024-07-01, Q1 2025, 2024-07-01, 2024-09-30",
        "2, 2025-01-15, Q4 2025, 2024-11-01, 2025-01-31",
        "12, 2024-12-01, Q1 2025, 2024-12-01, 2025-02-28",
    })
    void findsTheQuarterOfADay(int firstMonth, LocalDate day, String name, LocalDate firstDay, LocalDate lastDay) {
        FiscalQuarter quarter = new FiscalCalendar(firstMonth).quarterOf(day);

        assertThat(quarter).hasToString(name);
        assertThat(quarter.firstDay()).isEqualTo(firstDay);
        assertThat(quarter.lastDay()).isEqualTo(lastDay);
    }

    @Test
    void stepsToTheNeighbouringQuarters() {
        FiscalQuarter quarter = new FiscalCalendar(1).quarterOf(LocalDate.parse("2024-02-01"));

        assertThat(quarter.previous()).isEqualTo(new FiscalCalendar(1).quarterOf(LocalDate.parse("2023-12-31")));
        assertThat(quarter.next()).isEqualTo(new FiscalCalendar(1).quarterOf(LocalDate.parse("2024-04-01")));
        assertThat(quarter.lastYear()).isEqualTo(new FiscalCalendar(1).quarterOf(LocalDate.parse("2023-01-01")));
    }

    @Test
    void refusesAMonthThatDoesNotExist() {
        assertThatThrownBy(() -> new FiscalCalendar(13)).hasMessage("Invalid first month 13: must be from 1 to 12");
    }
}
