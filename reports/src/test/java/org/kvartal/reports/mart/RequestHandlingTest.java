package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.REQUEST_HANDLING;

@ExtendWith(GivenExpect.class)
class RequestHandlingTest {

    @BeforeEach
    void declare() {
        StepTables.declare("forecast.request_times");
    }

    @Test
    void takesOnlyWhatAnAgentResolvedForResolved() {
        given("forecast.request_times", """
                request_id  opened_at   opened_month  ended_month  ending       censored  handling_hours  promise
                done        2024-02-29  2024-02-01    2024-03-01   resolved     false     24              met
                closed      2024-03-01  2024-03-01    2024-03-01   auto-closed  false     48              void
                open        2024-03-31  2024-03-01    -            open         true      6               running
                """);
        expect(REQUEST_HANDLING, "2024-03-31", """
                request_id  ended_month  resolved_month  ending       handling_hours  censored  promise
                done        2024-03-01   2024-03-01      resolved     24              false     met
                closed      2024-03-01   -               auto-closed  48              false     void
                open        -            -               open         6               true      running
                """);
    }

    @Test
    void countsMonthsFromTheFirstTrainingAttended() {
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
        given("forecast.request_times", """
                request_id  agent_id  opened_month  ending
                before      ann       2023-12-01    open
                within      ann       2024-01-01    open
                after       ann       2024-03-01    open
                never       bob       2024-03-01    open
                nobody      -         2024-03-01    open
                """);
        expect(REQUEST_HANDLING, "2024-03-31", """
                request_id  agent_id  months_since_training
                before      ann       -1
                within      ann       0
                after       ann       2
                never       bob       -
                nobody      -         -
                """);
    }
}
