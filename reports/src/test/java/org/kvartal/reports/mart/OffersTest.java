package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OFFERS;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;

@ExtendWith(GivenExpect.class)
class OffersTest {
    /** a was revised twice and ordered; b is rejected; the answer to c comes later; quote 8 belongs to no opportunity. */
    @Test
    void countsAnOfferOnceAcrossItsRevisions() {
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id
                a               won      ann
                b               lost     bob
                c               open     bob
                """);
        given("crm.quotes", """
                quote_id  opportunity_id  revision  status    amount  list_amount  sent_at           decided_at
                1         a               1         expired   100.00  110.00       2024-03-01 08:00  -
                2         a               2         expired   95.00   110.00       2024-03-05 08:00  -
                3         a               3         accepted  90.00   110.00       2024-03-11 08:00  2024-03-21 08:00
                4         b               1         rejected  50.00   -            2024-03-02 08:00  2024-03-12 08:00
                5         c               1         accepted  70.00   70.00        2024-03-03 08:00  2024-04-02 08:00
                6         c               2         draft     60.00   70.00        2024-03-20 08:00  -
                7         c               2         sent      60.00   70.00        2024-04-01 08:00  -
                8         -               -         sent      5.00    5.00         2024-03-04 08:00  -
                """);
        given("crm.orders", """
                order_id  opportunity_id  status     amount  ordered_at
                1         a               open       60.00   2024-03-25 08:00
                2         a               open       30.00   2024-03-22 08:00
                3         a               cancelled  30.00   2024-03-12 08:00
                4         b               open       9.00    2024-04-12 08:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        expect(OFFERS, "2024-03-31", """
                offer_key  owner_id  revision_count  first_sent_date  last_sent_date  state     decided_date  first_amount  amount  discount_amount  order_count  ordered_amount  decision_days  order_days
                a          ann       3               2024-03-01       2024-03-11      accepted  2024-03-21    100.00        90.00   20.00            2            90.00           20             21
                b          bob       1               2024-03-02       2024-03-02      rejected  2024-03-12    50.00         50.00   -                0            0.00            10             -
                c          bob       1               2024-03-03       2024-03-03      open      -             70.00         70.00   0.00             0            0.00            -              -
                8          -         1               2024-03-04       2024-03-04      open      -             5.00          5.00    0.00             0            0.00            -              -
                """);
    }
}
