package org.kvartal.ingest.crm;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.PersianYears;

import static org.assertj.core.api.Assertions.assertThat;

class FiscalDaysTest {
    private static Map<String, Object> day(String day, FiscalCalendar calendar) {
        LocalDate date = LocalDate.parse(day);
        Object[] row = FiscalDays.between(date, date, calendar)
                .filter(found -> found[0].equals(date))
                .findFirst()
                .orElseThrow();
        Map<String, Object> named = new LinkedHashMap<>();
        List<String> columns = FiscalDays.TABLE.columnNames();
        assertThat(row).hasSameSizeAs(columns);
        columns.forEach(column -> named.put(column, String.valueOf(row[columns.indexOf(column)])));
        return named;
    }

    @Test
    void placesADayInItsPeriodsAndThoseTheyAreComparedWith() {
        assertThat(day("2024-05-15", new FiscalCalendar(4)).values())
                .containsExactly(
                        "2024-05-15",
                        "2024-05-01",
                        "2024-05-31",
                        "M02 2025",
                        "15",
                        "2024-04-01",
                        "2024-06-30",
                        "Q1 2025",
                        "2024-04-01",
                        "2025-03-31",
                        "2025",
                        "2024-04-01",
                        "2024-01-01",
                        "2023-04-01",
                        "2024-06-01",
                        "2024-08-01",
                        "2025-05-01",
                        "2024-07-01",
                        "2025-04-01",
                        "2024-02-14",
                        "2023-05-15");
    }

    @Test
    void crossesTheNewYearOfTheSolarCalendar() {
        assertThat(day("2025-03-20", new FiscalCalendar(new PersianYears(1))))
                .containsEntry("month", "2025-02-19")
                .containsEntry("day_of_month", "30")
                .containsEntry("quarter_label", "Q4 1403")
                .containsEntry("next_month", "2025-03-21")
                .containsEntry("month_next_year", "2026-02-20")
                .containsEntry("quarter_year_before", "2023-12-22")
                .containsEntry("day_year_before", "2024-03-19");
    }

    @Test
    void hasEveryDayOnce() {
        List<LocalDate> days = FiscalDays.between(
                        LocalDate.parse("2023-06-01"), LocalDate.parse("2024-06-01"), new FiscalCalendar(1))
                .map(row -> (LocalDate) row[0])
                .toList();
        assertThat(days)
                .containsExactlyElementsOf(Arrays.asList(LocalDate.parse("2023-01-01")
                        .datesUntil(LocalDate.parse("2025-01-01"))
                        .toArray(LocalDate[]::new)));
    }
}
