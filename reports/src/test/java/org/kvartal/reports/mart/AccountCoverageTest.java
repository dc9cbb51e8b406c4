package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.ACCOUNT_COVERAGE;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;

@ExtendWith(GivenExpect.class)
class AccountCoverageTest {
    @Test
    void findsAccountsThatBuyAndAreNotLookedAfter() {
        given("crm.accounts", """
                account_id  name   segment
                idle        Idle   A
                kept        Kept   A
                never       Never  B
                quiet       Quiet  B
                """);
        given("crm.opportunities", """
                opportunity_id  account_id  outcome  amount  created_at        closed_at
                1               idle        open     10.00   2024-01-01 08:00  -
                2               kept        won      20.00   2024-01-01 08:00  2024-02-01 08:00
                3               never       won      5.00    2024-01-01 08:00  2024-02-01 08:00
                4               quiet       won      5.00    2022-01-01 08:00  2022-02-01 08:00
                """);
        given("crm.activities", """
                activity_id  kind   account_id  status     planned_at        done_at
                1            visit  idle        done       2024-03-01 08:00  2024-03-01 08:00
                2            call   idle        done       2023-05-01 08:00  2023-05-01 08:00
                3            call   idle        planned    2024-07-01 08:00  -
                4            call   idle        cancelled  2024-06-01 08:00  -
                5            visit  kept        done       -                 2024-04-02 08:00
                6            call   kept        done       2024-07-02 08:00  2024-07-02 08:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-06-30");
        expect(ACCOUNT_COVERAGE, "2024-06-30", """
                account_id  segment  open_count  open_amount  won_amount  done_count  visit_count  planned_count  last_activity_date  idle_days  neglected
                idle        A        1           10.00        0.00        1           1            1              2024-03-01          121        true
                kept        A        0           0.00         20.00       1           1            1              2024-04-02          89         false
                never       B        0           0.00         5.00        0           0            0              -                   -          true
                quiet       B        0           0.00         0.00        0           0            0              -                   -          false
                """);
    }
}
