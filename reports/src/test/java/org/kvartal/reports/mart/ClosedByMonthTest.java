package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.CLOSED_BY_MONTH;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;

@ExtendWith(GivenExpect.class)
class ClosedByMonthTest {

    @Test
    void countsAnOpportunityInTheMonthItWasClosed() {
        given("crm.accounts", """
                account_id  name  region
                acme        Acme  East
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  account_id  product_id  source  amount  closed_at
                1               won      acme        p           web     100.00  2024-03-31 12:00
                2               lost     acme        p           web     40.00   2024-03-01 12:00
                3               lost     acme        p           web     -       2024-03-01 12:00
                4               lost     acme        p           fair    5.00    2024-03-01 12:00
                5               won      acme        p           web     999.00  2024-05-02 12:00
                6               open     acme        p           web     999.00  -
                """);
        given(OPPORTUNITIES_AS_OF, "2024-05-01");
        expect(CLOSED_BY_MONTH, "2024-05-01", """
                month       region  product_id  source  won_count  lost_count  won_amount  lost_amount
                2024-03-01  East    p           web     1          2           100.00      40.00
                2024-03-01  East    p           fair    0          1           0.00        5.00
                """);
    }
}
