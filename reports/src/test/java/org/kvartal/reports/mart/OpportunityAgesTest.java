package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.OPPORTUNITY_AGES;

@ExtendWith(GivenExpect.class)
class OpportunityAgesTest {

    @Test
    void putsEachAgeIntoOneBand() {
        given("crm.opportunities", """
                opportunity_id  outcome  amount  created_at        closed_at
                same-day        won      1.00    2024-03-01 08:00  2024-03-01 18:00
                day-14          won      2.00    2024-03-01 08:00  2024-03-15 08:00
                day-15          won      4.00    2024-03-01 08:00  2024-03-16 08:00
                year            lost     8.00    2023-03-01 08:00  2024-03-01 08:00
                unknown         lost     -       -                 2024-03-01 08:00
                open            open     16.00   2024-03-01 08:00  -
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        expect(OPPORTUNITY_AGES, "2024-03-31", """
                month       outcome  age_from_days  age_to_days  opportunity_count  amount  age_days
                2024-03-01  won      0              14           2                  3.00    14
                2024-03-01  won      15             30           1                  4.00    15
                2024-03-01  lost     366            -            1                  8.00    366
                2024-03-01  lost     -              -            1                  0.00    0
                -           open     15             30           1                  16.00   30
                """);
    }
}
