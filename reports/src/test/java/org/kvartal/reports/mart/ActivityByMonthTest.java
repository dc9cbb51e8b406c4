package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.ACTIVITY_BY_MONTH;

@ExtendWith(GivenExpect.class)
class ActivityByMonthTest {

    @Test
    void countsAnActivityInTheMonthItWasPlannedFor() {
        given("crm.activities", """
                activity_id  kind  owner_id  status     planned_at        done_at           duration_minutes
                1            call  ann       done       2024-03-01 09:00  2024-04-02 09:00  20
                2            call  ann       planned    2024-03-31 09:00  -                 30
                3            call  ann       cancelled  2024-03-31 09:00  -                 30
                4            call  ann       done       -                 2024-03-05 09:00  15
                5            call  ann       done       2024-03-31 09:00  2024-05-01 09:00  30
                6            call  ann       done       -                 2024-05-01 09:00  30
                7            mail  -         done       2024-04-01 09:00  2024-04-01 09:00  -
                8            task  ann       planned    -                 -                 -
                """);
        expect(ACTIVITY_BY_MONTH, "2024-04-30", """
                month       owner_id  kind  planned_count  done_as_planned_count  open_count  cancelled_count  unplanned_count  done_minutes
                2024-03-01  ann       call  4              1                      2           1                1                35
                2024-04-01  -         mail  1              1                      0           0                0                0
                -           ann       task  1              0                      1           0                0                0
                """);
    }
}
