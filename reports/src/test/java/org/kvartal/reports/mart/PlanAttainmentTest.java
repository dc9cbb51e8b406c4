package org.kvartal.reports.mart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.PLAN_ATTAINMENT;
import static org.kvartal.reports.mart.Marts.PLAN_BY_MONTH;
import static org.kvartal.reports.mart.Marts.SALES_BY_MONTH;
import static org.kvartal.reports.mart.Marts.SALES_LINES;

@ExtendWith(GivenExpect.class)
class PlanAttainmentTest {

    /** Of the first quarter of 2024, 31 + 15 days are gone, 23 + 11 of them from Monday to Friday; 14 + 31 are left. */
    @Test
    void tellsHowFarTheQuarterAndTheYearHaveCome() {
        given("crm.plans", """
                scope  month       amount
                total  2023-12-01  99.00
                total  2024-01-01  100.00
                total  2024-02-01  100.00
                total  2024-03-01  100.00
                total  2024-04-01  100.00
                """);
        given("crm.quotas", """
                owner_id  month       amount
                ann       2024-02-01  50.00
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id  amount  closed_at
                1               won      ann       80.00   2024-01-10 10:00
                2               won      ann       40.00   2024-02-15 10:00
                3               won      bob       7.00    2023-12-31 10:00
                """);
        given("crm.calendars", "calendar  day  working\n" + weekdays("2024-01-01", "2024-04-01"));
        given(OPPORTUNITIES_AS_OF, "2024-02-15");
        given(SALES_LINES, "2024-02-15");
        given(SALES_BY_MONTH, "2024-02-15");
        given(PLAN_BY_MONTH, "2024-02-15");
        expect(PLAN_ATTAINMENT, "2024-02-15", """
                scope      period   period_label  first_day   last_day    plan_amount  booked_amount  days_gone  days_left  working_days_gone  working_days_left
                total      quarter  Q1~2024       2024-01-01  2024-03-31  300.00       120.00         46         45         34                 31
                total      year     2024          2024-01-01  2024-12-31  400.00       120.00         46         320        -                  -
                owner:ann  quarter  Q1~2024       2024-01-01  2024-03-31  50.00        40.00          46         45         34                 31
                owner:ann  year     2024          2024-01-01  2024-12-31  50.00        40.00          46         320        -                  -
                """.replace("Q1~2024", "Q1 2024"));
    }

    private static String weekdays(String from, String to) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to))
                .map(day -> "office  " + day + "  "
                        + (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
