package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.CLOSED_BY_COMPETITOR;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;

@ExtendWith(GivenExpect.class)
class ClosedByCompetitorTest {

    @Test
    void countsAContestedDealOnceForEachCompetitor() {
        given("crm.opportunities", """
                opportunity_id  outcome  competitor_id  amount  closed_at
                1               won      rival          10.00   2024-03-05 12:00
                2               lost     rival          4.00    2024-03-06 12:00
                3               open     other          6.00    -
                4               won      -              1.00    2024-03-07 12:00
                """);
        given("crm.opportunity_competitors", """
                opportunity_id  competitor_id
                1               rival
                1               other
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        expect(CLOSED_BY_COMPETITOR, "2024-03-31", """
                month       competitor_id  contested_count  won_count  lost_count  open_count  won_amount  lost_amount  open_amount
                2024-03-01  rival          2                1          1           0           10.00       4.00         0.00
                2024-03-01  other          1                1          0           0           10.00       0.00         0.00
                -           other          1                0          0           1           0.00        0.00         6.00
                2024-03-01  -              1                1          0           0           1.00        0.00         0.00
                """);
    }
}
