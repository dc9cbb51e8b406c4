package org.kvartal.ingest.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PersianYearsTest {
    private static final FiscalCalendar CALENDAR = new FiscalCalendar(new PersianYears(1));

    /** The source is the first line of the file. */
    @Test
    void beginsEveryYearFrom1300To1500OnItsNowruz() throws IOException {
        List<String> lines;
        try (var file = getClass().getResourceAsStream("nowruz.csv")) {
            lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
        assertThat(lines).hasSize(201);
        assertThat(lines).allSatisfy(line -> {
            String[] cells = line.split(",");
            assertThat(CALENDAR.year(Integer.parseInt(cells[0])).firstDay()).isEqualTo(cells[1]);
        });
    }

    /** Quarters begin with 1 Farvardin, 1 Tir, 1 Mehr and 1 Dey; 1403 is a leap year, 1402 is none. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-19, Q4 1402, 2023-12-22, 2024-03-19",
        "2024-03-20, Q1 1403, 2024-03-20, 2024-06-20",
        "2024-06-21, Q2 1403, 2024-06-21, 2024-09-21",
        "2024-09-22, Q3 1403, 2024-09-22, 2024-12-20",
        "2024-12-21, Q4 1403, 2024-12-21, 2025-03-20",
        "2025-01-15, Q4 1403, 2024-12-21, 2025-03-20",
    })
    void findsTheQuarterOfADay(LocalDate day, String name, LocalDate firstDay, LocalDate lastDay) {
        FiscalQuarter quarter = CALENDAR.quarterOf(day);

        assertThat(quarter).hasToString(name);
        assertThat(quarter.firstDay()).isEqualTo(firstDay);
        assertThat(quarter.lastDay()).isEqualTo(lastDay);
        assertThat(quarter.next().previous()).isEqualTo(quarter);
    }

    @Test
    void hasMonthsOf31Then30DaysAndALastOneOf29Or30() {
        assertThat(lengths(1403)).containsExactly(31L, 31L, 31L, 31L, 31L, 31L, 30L, 30L, 30L, 30L, 30L, 30L);
        assertThat(lengths(1404)).containsExactly(31L, 31L, 31L, 31L, 31L, 31L, 30L, 30L, 30L, 30L, 30L, 29L);
    }

    private static List<Long> lengths(int number) {
        FiscalYear year = CALENDAR.year(number);
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> ChronoUnit.DAYS.between(year.firstDayOf(month), year.lastDayOf(month)) + 1)
                .toList();
    }

    @Test
    void startsInAnyMonthAndIsNamedAfterTheSolarYearItEndsIn() {
        FiscalQuarter quarter = new FiscalCalendar(new PersianYears(7)).quarterOf(LocalDate.parse("2024-10-01"));

        assertThat(quarter).hasToString("Q1 1404");
        assertThat(quarter.firstDay()).isEqualTo("2024-09-22");
    }

    @Test
    void comparesADayWithTheSameDayOfTheSolarMonthAYearBefore() {
        assertThat(CALENDAR.yearBefore(LocalDate.parse("2024-03-20"))).isEqualTo("2023-03-21");
        // 30 Esfand 1403 has no counterpart in 1402, which ends on 29 Esfand.
        assertThat(CALENDAR.yearBefore(LocalDate.parse("2025-03-20"))).isEqualTo("2024-03-19");
    }

    @Test
    void refusesYearsInWhichTheCycleDepartsFromTheEquinox() {
        assertThatThrownBy(() -> CALENDAR.year(1209))
                .hasMessage("Invalid Solar Hijri year 1209: known are 1210 to 1501");
        assertThatThrownBy(() -> CALENDAR.year(1503)).isInstanceOf(IllegalArgumentException.class);
    }
}
