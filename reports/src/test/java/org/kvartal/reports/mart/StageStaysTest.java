package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.STAGE_STAYS;

@ExtendWith(GivenExpect.class)
class StageStaysTest {

    @Test
    void measuresAStayFromOneChangeOfStageToTheNext() {
        given("crm.opportunities", """
                opportunity_id  outcome  created_at        closed_at
                1               won      2024-01-01 09:00  2024-02-10 09:00
                2               won      2024-01-01 09:00  2024-02-10 09:00
                3               open     2024-01-01 09:00  -
                """);
        given("crm.opportunity_changes", """
                opportunity_id  changed_at        field   old_value  new_value
                1               2024-01-11 09:00  stage   offer      talks
                1               2024-01-20 09:00  amount  1          2
                1               2024-02-10 09:00  stage   talks      won
                2               2024-01-21 09:00  stage   offer      won
                3               2024-01-02 09:00  stage   -          offer
                3               2024-01-05 09:00  stage   offer      talks
                3               2024-03-05 09:00  stage   talks      offer
                gone            2024-01-05 09:00  stage   offer      talks
                """);
        given(OPPORTUNITIES_AS_OF, "2024-02-29");
        expect(STAGE_STAYS, "2024-02-29", """
                stage  outcome  stay_count  stay_days  median_days  p95_days
                offer  won      2           30         15           19.5
                talks  won      1           30         30           30
                offer  open     1           3          3            3
                """);
    }
}
