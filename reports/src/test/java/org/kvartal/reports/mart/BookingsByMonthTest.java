package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.BOOKINGS_BY_MONTH;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;

@ExtendWith(GivenExpect.class)
class BookingsByMonthTest {

    @Test
    void sumsWhatWasWonInTheMonthItWasClosed() {
        given("crm.teams", """
                team_id  name   region
                t1       First  East
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id  team_id  product_id  segment  amount  closed_at
                1               won      ann       t1       p           large    100.10  2024-03-01 00:00
                2               won      ann       t1       p           large    0.05    2024-03-31 23:59
                3               won      ann       t1       p           large    7.00    2024-04-01 00:00
                4               won      bob       -        -           -        -       2024-04-01 00:00
                5               won      bob       -        -           -        3.00    -
                6               lost     ann       t1       p           large    9.00    2024-03-15 00:00
                7               open     ann       t1       p           large    9.00    -
                8               won      ann       t1       p           large    9.00    2024-05-02 00:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-05-01");
        expect(BOOKINGS_BY_MONTH, "2024-05-01", """
                month       product_id  region  team_id  owner_id  segment  won_count  won_amount
                2024-03-01  p           East    t1       ann       large    2          100.15
                2024-04-01  p           East    t1       ann       large    1          7.00
                2024-04-01  -           -       -        bob       -        1          0.00
                -           -           -       -        bob       -        1          3.00
                """);
    }
}
