package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.BOOKINGS_BY_MONTH;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.QUOTA_BY_MONTH;

@ExtendWith(GivenExpect.class)
class QuotaByMonthTest {

    @Test
    void setsWhatWasBookedBesideWhatWasAgreed() {
        given("crm.quotas", """
                owner_id  month       amount
                ann       2024-03-01  100.00
                ann       2024-06-01  120.00
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id  product_id  amount  closed_at
                1               won      ann       p           60.00   2024-03-05 12:00
                2               won      ann       q           15.50   2024-03-06 12:00
                3               won      bob       q           8.00    2024-03-06 12:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(BOOKINGS_BY_MONTH, "2024-03-31");
        expect(QUOTA_BY_MONTH, "2024-03-31", """
                month       owner_id  quota_amount  won_amount
                2024-03-01  ann       100.00        75.50
                2024-06-01  ann       120.00        0.00
                2024-03-01  bob       -             8.00
                """);
    }
}
