package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.REQUESTS_BY_MONTH;
import static org.kvartal.reports.mart.Marts.REQUEST_HANDLING;

@ExtendWith(GivenExpect.class)
class RequestsByMonthTest {

    @Test
    void countsARequestWhereItCameWhereItWentAndWhereItStayedOpen() {
        given("crm.requests", """
                request_id  team_id  channel  priority  opened_at         first_response_at  resolved_at       satisfaction
                1           t        mail     high      2024-01-10 00:00  2024-01-10 02:00   2024-01-10 10:00  5
                2           t        mail     high      2024-01-31 00:00  2024-01-31 04:00   2024-03-01 00:00  2
                3           t        mail     high      2024-03-01 00:00  -                  2024-03-01 20:00  -
                4           t        mail     high      2024-03-31 00:00  -                  -                 -
                5           t        mail     high      2024-03-31 00:00  -                  2024-04-01 00:00  1
                6           -        -        -         2024-03-31 09:00  -                  2024-03-31 08:00  3
                """);
        given(REQUEST_HANDLING, "2024-03-31");
        expect(REQUESTS_BY_MONTH, "2024-03-31", """
                month       team_id  channel  priority  opened_count  resolved_count  open_count  first_response_count  first_response_hours  handled_count  handling_hours  handling_hours_median  handling_hours_p90  satisfaction_count  satisfaction_sum
                2024-01-01  t        mail     high      2             1               1           2                     6                     1              10              10                     10                  1                   5
                2024-02-01  t        mail     high      0             0               1           0                     0                     0              0               -                      -                   0                   0
                2024-03-01  t        mail     high      3             2               2           0                     0                     2              740             370                    650                 1                   2
                2024-03-01  -        -        -         1             1               0           0                     0                     0              0               -                      -                   1                   3
                """);
    }
}
