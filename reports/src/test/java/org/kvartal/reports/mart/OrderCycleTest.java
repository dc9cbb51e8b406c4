package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.ORDER_CYCLE;

@ExtendWith(GivenExpect.class)
class OrderCycleTest {
    @Test
    void tellsWhetherOrdersCameWhenPromised() {
        given("crm.orders", """
                order_id  status     amount  ordered_at        promised_on  delivered_on
                early     delivered  10.00   2024-03-01 08:00  2024-03-20   2024-03-15
                late      delivered  20.00   2024-03-01 08:00  2024-03-20   2024-03-23
                free      delivered  30.00   2024-03-01 08:00  -            2024-03-23
                later     delivered  40.00   2024-03-01 08:00  2024-03-29   2024-04-02
                waiting   open       50.00   2024-03-11 08:00  2024-04-20   -
                dropped   cancelled  60.00   2024-03-01 08:00  2024-03-20   -
                future    open       70.00   2024-04-01 00:00  -            -
                """);
        given("crm.order_lines", """
                order_id  line  amount
                early     1     6.00
                early     2     3.00
                """);
        expect(ORDER_CYCLE, "2024-03-31", """
                order_id  state      amount  line_amount  ordered_date  delivered_date  lead_days  late_days  on_time_in_full  age_days
                early     delivered  10.00   9.00         2024-03-01    2024-03-15      14         0          true             -
                late      delivered  20.00   -            2024-03-01    2024-03-23      22         3          false            -
                free      delivered  30.00   -            2024-03-01    2024-03-23      22         -          -                -
                later     open       40.00   -            2024-03-01    -               -          2          -                30
                waiting   open       50.00   -            2024-03-11    -               -          0          -                20
                dropped   cancelled  60.00   -            2024-03-01    -               -          -          -                -
                """);
    }
}
