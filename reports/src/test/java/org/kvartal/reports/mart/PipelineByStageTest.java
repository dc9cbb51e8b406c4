package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPEN_OPPORTUNITIES;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.PIPELINE_BY_STAGE;

@ExtendWith(GivenExpect.class)
class PipelineByStageTest {
    @BeforeAll
    static void declareVelocity() {
        StepTables.declare("forecast.stage_velocity");
    }

    @Test
    void sumsTheOpenByStageRegionAndProduct() {
        given("crm.accounts", """
                account_id  name  region
                acme        Acme  East
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  stage  account_id  product_id  amount  probability  created_at        expected_close_date
                1               open     offer  acme        p           100.00  0.5          2024-03-01 08:00  2024-03-30
                2               open     offer  acme        p           33.33   0.25         2024-03-11 08:00  2024-03-31
                3               open     offer  acme        p           -       0.9          -                 -
                4               open     talks  -           -           7.00    -            2024-03-31 08:00  2024-04-30
                5               won      offer  acme        p           999.00  1            2024-03-01 08:00  2024-03-30
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(OPEN_OPPORTUNITIES, "2024-03-31");
        expect(PIPELINE_BY_STAGE, "2024-03-31", """
                stage  region  product_id  open_count  open_amount  weighted_amount  without_amount_count  age_days  overdue_count  overdue_amount  stuck_count  stuck_amount
                offer  East    p           3           133.33       58.33            1                     50        1              100.00          0            0.00
                talks  -       -           1           7.00         0.00             0                     0         0              0.00            0            0.00
                """);
    }
}
