package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.TRAINING_COVERAGE;

@ExtendWith(GivenExpect.class)
class TrainingCoverageTest {

    @Test
    void countsAPersonOnceHoweverOftenTrained() {
        given("crm.users", """
                user_id  team_id  role     active  started_on
                ann      t1       sales    true    2024-01-01
                bob      t1       sales    -       -
                cyd      t1       sales    false   2024-01-01
                dan      t1       sales    true    2024-04-01
                eve      -        service  true    2024-03-31
                """);
        given("crm.trainings", """
                training_id  programme  held_on
                1            Basics     2024-02-01
                2            Basics     2024-03-01
                3            Basics     2024-04-01
                """);
        given("crm.training_attendance", """
                training_id  user_id  status
                1            ann      attended
                2            ann      attended
                2            bob      missed
                3            eve      attended
                """);
        expect(TRAINING_COVERAGE, "2024-03-31", """
                team_id  role     headcount  trained_count  untrained_count
                t1       sales    2          1              1
                -        service  1          0              1
                """);
    }
}
