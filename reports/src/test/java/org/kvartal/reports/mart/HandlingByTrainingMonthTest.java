package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.HANDLING_BY_TRAINING_MONTH;
import static org.kvartal.reports.mart.Marts.REQUEST_HANDLING;

@ExtendWith(GivenExpect.class)
class HandlingByTrainingMonthTest {

    @Test
    void sumsLogHoursOfTheResolvedByMonthSinceTraining() {
        given("crm.trainings", """
                training_id  programme  held_on
                1            Basics     2024-02-10
                """);
        given("crm.training_attendance", """
                training_id  user_id  status
                1            ann      attended
                """);
        StepTables.declare("forecast.request_times");
        given("forecast.request_times", """
                request_id  agent_id  opened_month  ended_month  ending       handling_hours
                1           ann       2024-01-01    2024-01-01   resolved     10
                2           ann       2024-03-01    2024-03-01   resolved     1
                3           ann       2024-03-01    2024-03-01   resolved     0
                4           ann       2024-03-01    -            open         500
                5           bob       2024-03-01    2024-03-01   resolved     2
                6           bob       2024-03-01    2024-03-01   auto-closed  99
                """);
        given(REQUEST_HANDLING, "2024-03-31");
        expect(HANDLING_BY_TRAINING_MONTH, "2024-03-31", """
                months_since_training  handled_count  agent_count  log_handling_hours  log_handling_hours_squares
                -1                     1              1            2.3026              5.3019
                1                      2              1            -4.0943             16.7637
                -                      1              1            0.6931              0.4805
                """);
    }
}
