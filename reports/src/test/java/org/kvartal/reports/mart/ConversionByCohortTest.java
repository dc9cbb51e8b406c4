package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.CONVERSION_BY_COHORT;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;

@ExtendWith(GivenExpect.class)
class ConversionByCohortTest {
    /** Of January: won after 30 and after 100 days, lost, open. June is younger than 90 days on the last of June. */
    @Test
    void followsACohortFromItsCreation() {
        given("crm.opportunities", """
                opportunity_id  outcome  source  product_id  amount  created_at        closed_at
                1               won      web     p           100.00  2024-01-01 08:00  2024-01-31 08:00
                2               won      web     p           50.00   2024-01-10 08:00  2024-04-19 08:00
                3               lost     web     p           10.00   2024-01-11 08:00  2024-01-12 08:00
                4               open     web     p           7.00    2024-01-31 08:00  -
                5               won      web     p           1.00    2024-06-01 08:00  2024-06-02 08:00
                6               won      web     p           5.00    2024-01-31 08:00  2024-07-01 08:00
                7               won      fair    p           3.00    -                 2024-06-02 08:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-06-30");
        expect(CONVERSION_BY_COHORT, "2024-06-30", """
                created_month  product_id  source  created_count  won_count  lost_count  open_count  watched_90_count  won_within_90_count  won_amount  open_amount
                2024-01-01     p           web     5              2          1           2           5                 1                    150.00      12.00
                2024-06-01     p           web     1              1          0           0           0                 0                    1.00        0.00
                -              p           fair    1              1          0           0           0                 0                    3.00        0.00
                """);
    }
}
