package org.kvartal.ingest.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.ingest.model.WeekYears.Ending;
import org.kvartal.ingest.model.WeekYears.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class WeekYearsTest {
    /** Apple's fiscal year ends on the last Saturday of September. */
    private static final FiscalCalendar APPLE =
            new FiscalCalendar(new WeekYears(DayOfWeek.SATURDAY, Month.SEPTEMBER, Ending.LAST, Pattern.WEEKS_4_4_5));

    /** The calendar of the National Retail Federation, which names a year after the one it begins in. */
    private static final FiscalCalendar RETAIL =
            new FiscalCalendar(new WeekYears(DayOfWeek.SATURDAY, Month.JANUARY, Ending.NEAREST, Pattern.WEEKS_4_5_4));

    /** Year ends as in Apple's annual reports (form 10-K), where 2017 and 2023 have 53 weeks. */
    @ParameterizedTest
    @CsvSource({
        "2016, 2016-09-24, 52",
        "2017, 2017-09-30, 53",
        "2018, 2018-09-29, 52",
        "2022, 2022-09-24, 52",
        "2023, 2023-09-30, 53",
        "2024, 2024-09-28, 52",
    })
    void endsOnTheLastSaturdayOfSeptember(int year, LocalDate lastDay, long weeks) {
        assertThat(APPLE.year(year).lastDay()).isEqualTo(lastDay);
        assertThat(weeks(APPLE.year(year))).isEqualTo(weeks);
    }

    /** As the National Retail Federation publishes its 4-5-4 calendar: years from January 29, 2017 on. */
    @ParameterizedTest
    @CsvSource({
        "2018, 2017-01-29, 2018-02-03, 53",
        "2023, 2022-01-30, 2023-01-28, 52",
        "2024, 2023-01-29, 2024-02-03, 53",
        "2025, 2024-02-04, 2025-02-01, 52",
    })
    void endsOnTheSaturdayNearestToTheEndOfJanuary(int year, LocalDate firstDay, LocalDate lastDay, long weeks) {
        assertThat(RETAIL.year(year).firstDay()).isEqualTo(firstDay);
        assertThat(RETAIL.year(year).lastDay()).isEqualTo(lastDay);
        assertThat(weeks(RETAIL.year(year))).isEqualTo(weeks);
    }

    @Test
    void givesThe53rdWeekToTheLastMonth() {
        assertThat(weeksOfMonths(RETAIL.year(2024))).containsExactly(4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5);
        assertThat(weeksOfMonths(APPLE.year(2024))).containsExactly(4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5);
    }

    @Test
    void findsTheYearOfADayThatLiesBehindTheMonthItEndsIn() {
        assertThat(RETAIL.quarterOf(LocalDate.parse("2024-02-03"))).hasToString("Q4 2024");
        assertThat(RETAIL.quarterOf(LocalDate.parse("2024-02-04"))).hasToString("Q1 2025");
        assertThat(APPLE.quarterOf(LocalDate.parse("2023-10-01")).firstDay()).isEqualTo("2023-10-01");
    }

    @Test
    void comparesADayWithTheSameWeekdayOfTheYearBefore() {
        assertThat(APPLE.yearBefore(LocalDate.parse("2024-09-28"))).isEqualTo("2023-09-23");
        assertThat(APPLE.yearBefore(LocalDate.parse("2023-09-30"))).isEqualTo("2022-09-24");
    }

    private static long weeks(FiscalYear year) {
        return ChronoUnit.WEEKS.between(year.firstDay(), year.lastDay().plusDays(1));
    }

    private static Stream<Integer> weeksOfMonths(FiscalYear year) {
        return IntStream.rangeClosed(1, 12).mapToObj(month -> (int) ChronoUnit.WEEKS.between(
                year.firstDayOf(month), year.lastDayOf(month).plusDays(1)));
    }
}
