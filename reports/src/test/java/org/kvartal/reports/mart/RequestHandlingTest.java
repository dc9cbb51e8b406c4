package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.ingest.sql.GivenExpect.zone;
import static org.kvartal.reports.mart.Marts.REQUEST_HANDLING;

@ExtendWith(GivenExpect.class)
class RequestHandlingTest {

    @Test
    void countsTheHoursOfAnOpenRequestSoFar() {
        given("crm.requests", """
                request_id  opened_at         first_response_at  resolved_at       satisfaction
                done        2024-03-30 10:00  2024-03-30 10:30   2024-03-31 10:00  4
                open        2024-03-31 18:00  -                  -                 -
                later       2024-03-31 12:00  2024-04-01 00:00   2024-04-01 00:00  5
                backwards   2024-03-31 12:00  2024-03-31 11:00   2024-03-31 11:00  3
                """);
        expect(REQUEST_HANDLING, "2024-03-31", """
                request_id  opened_month  resolved_month  first_response_hours  handling_hours  censored  satisfaction
                done        2024-03-01    2024-03-01      0.5                   24              false     4
                open        2024-03-01    -               -                     6               true      -
                later       2024-03-01    -               -                     12              true      -
                backwards   2024-03-01    2024-03-01      -                     -               false     3
                """);
    }

    @Test
    void countsElapsedHoursAcrossTheChangeOfClocks() {
        zone("Europe/Bratislava");
        given("crm.requests", """
                request_id  opened_at         resolved_at
                1           2024-03-30 12:00  2024-03-31 12:00
                """);
        expect(REQUEST_HANDLING, "2024-03-31", """
                request_id  handling_hours
                1           23
                """);
    }

    @Test
    void countsMonthsFromTheFirstTrainingAttended() {
        given("crm.users", """
                user_id  team_id
                ann      t1
                bob      t2
                """);
        given("crm.trainings", """
                training_id  programme  held_on
                1            Basics     2024-01-31
                2            Basics     2023-11-15
                3            Basics     2024-04-01
                """);
        given("crm.training_attendance", """
                training_id  user_id  status
                1            ann      attended
                2            ann      missed
                3            bob      attended
                """);
        given("crm.requests", """
                request_id  agent_id  team_id  opened_at
                before      ann       -        2023-12-31 23:00
                within      ann       -        2024-01-01 00:00
                after       ann       t9       2024-03-01 00:00
                never       bob       -        2024-03-01 00:00
                nobody      -         -        2024-03-01 00:00
                """);
        expect(REQUEST_HANDLING, "2024-03-31", """
                request_id  agent_id  team_id  months_since_training
                before      ann       t1       -1
                within      ann       t1       0
                after       ann       t9       2
                never       bob       t2       -
                nobody      -         -        -
                """);
    }
}
