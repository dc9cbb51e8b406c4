package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.REQUESTS_BY_MONTH;
import static org.kvartal.reports.mart.Marts.REQUEST_HANDLING;

@ExtendWith(GivenExpect.class)
class RequestsByMonthTest {
    @BeforeEach
    void declare() {
        StepTables.declare("forecast.request_times");
    }

    /** In each month the open ones are those of the month before and the opened, less all that ended. */
    @Test
    void countsARequestWhereItCameWhereItWentAndWhereItStayedOpen() {
        given("forecast.request_times", """
                request_id  team_id  channel  priority  opened_month  ended_month  ending       first_response_hours  handling_hours  satisfaction  reopen_count  hand_over_count
                1           t        mail     high      2024-01-01    2024-01-01   resolved     2                     10              5             1             0
                2           t        mail     high      2024-01-01    2024-03-01   resolved     4                     720             2             0             2
                3           t        mail     high      2024-03-01    2024-03-01   resolved     -                     20              -             0             0
                8           t        mail     high      2024-02-01    -            open         3                     1000            -             0             0
                4           t        mail     high      2024-03-01    -            open         -                     24              -             0             7
                5           t        mail     high      2024-01-01    2024-03-01   auto-closed  -                     900             -             0             0
                6           t        mail     high      2024-02-01    2024-03-01   cancelled    -                     100             -             0             0
                7           -        -        -         2024-03-01    2024-02-01   resolved     -                     -               3             0             0
                """);
        given(REQUEST_HANDLING, "2024-03-31");
        expect(REQUESTS_BY_MONTH, "2024-03-31", """
                month       team_id  channel  priority  opened_count  resolved_count  auto_closed_count  cancelled_count  open_count  reopen_count  hand_over_count
                2024-01-01  t        mail     high      3             1               0                  0                2           1             0
                2024-02-01  t        mail     high      2             0               0                  0                4           0             0
                2024-03-01  t        mail     high      2             2               1                  1                2           0             2
                2024-03-01  -        -        -         1             1               0                  0                0           0             0
                """);
        expect(REQUESTS_BY_MONTH, "2024-03-31", """
                month       team_id  first_response_count  first_response_hours  handled_count  handling_hours  handling_hours_median  handling_hours_p90  satisfaction_count  satisfaction_sum
                2024-01-01  t        2                     6                     1              10              10                     10                  1                   5
                2024-02-01  t        1                     3                     0              0               -                      -                   0                   0
                2024-03-01  t        0                     0                     2              740             370                    650                 1                   2
                2024-03-01  -        0                     0                     0              0               -                      -                   1                   3
                """);
    }
}
