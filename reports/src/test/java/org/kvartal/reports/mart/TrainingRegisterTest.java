package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.TRAINING_REGISTER;

@ExtendWith(GivenExpect.class)
class TrainingRegisterTest {

    @Test
    void countsWhoCameWhoMissedAndWhoIsNotRecorded() {
        given("crm.trainings", """
                training_id  programme  topic  held_on     trainer_id  hours
                1            Basics     Login  2024-03-31  tom         1.5
                2            Basics     Offer  2024-04-01  tom         2
                """);
        given("crm.training_attendance", """
                training_id  user_id  status    score
                1            ann      attended  0.8
                1            bob      missed    -
                1            cyd      enrolled  -
                1            dan      -         -
                """);
        expect(TRAINING_REGISTER, "2024-03-31", """
                training_id  programme  topic  held_on     trainer_id  hours  held   enrolled_count  attended_count  missed_count  unrecorded_count  score_count  score_sum
                1            Basics     Login  2024-03-31  tom         1.5    true   4               1               1             2                 1            0.8
                2            Basics     Offer  2024-04-01  tom         2      false  0               0               0             0                 0            0
                """);
    }
}
