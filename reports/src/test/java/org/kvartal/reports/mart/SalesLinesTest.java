package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.SALES_LINES;

@ExtendWith(GivenExpect.class)
class SalesLinesTest {

    @Test
    void bringsTheLinesOfADealToItsAmount() {
        given("crm.products", """
                product_id  name  unit_cost
                p           Pro   3.00
                q           Quad  -
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  account_id  product_id  amount  amount_original  currency  closed_at
                whole           won      a           p           30.00   60.00            USD       2024-03-01 10:00
                rest            won      a           q           25.00   -                -         2024-03-02 10:00
                bare            won      b           q           7.00    -                EUR       2024-03-03 10:00
                empty           won      b           q           -       -                -         -
                open            open     b           q           9.00    -                -         -
                """);
        given("crm.opportunity_products", """
                opportunity_id  line  product_id  quantity  unit_price  amount
                whole           1     p           2         5.00        10.00
                whole           2     q           4         5.00        -
                rest            1     p           3         10.00       30.00
                open            1     p           3         10.00       30.00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        expect(SALES_LINES, "2024-03-31", """
                basis     document_key  line  day         account_id  product_id  quantity  amount  cost_amount  currency  amount_original
                bookings  whole         1     2024-03-01  a           p           2         10.00   6.00         USD       20.00
                bookings  whole         2     2024-03-01  a           q           4         20.00   -            USD       40.00
                bookings  rest          1     2024-03-02  a           p           3         30.00   9.00         -         -
                bookings  rest          0     2024-03-02  a           q           -         -5.00   -            -         -
                bookings  bare          0     2024-03-03  b           q           -         7.00    -            -         -
                bookings  empty         0     -           b           q           -         0.00    -            -         -
                """);
    }

    @Test
    void countsAnOrderWhenItComesInAndAsRevenueWhenItIsDelivered() {
        given("crm.teams", """
                team_id  name   region
                t        North  East
                """);
        given("crm.users", """
                user_id  team_id
                ann      t
                """);
        given("crm.accounts", """
                account_id  name  segment  region
                a           A     large    West
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  account_id  source  segment  closed_at
                o               won      a           fair    small    2024-02-28 10:00
                """);
        given("crm.orders", """
                order_id   account_id  opportunity_id  owner_id  status     amount  ordered_at        delivered_on
                delivered  a           -               -         delivered  10.00   2024-02-29 10:00  2024-03-05
                later      -           o               ann       open       8.00    2024-03-01 10:00  2024-04-05
                undated    a           -               -         delivered  6.00    2024-03-02 10:00  -
                cancelled  a           -               -         cancelled  5.00    2024-03-03 10:00  -
                tomorrow   a           -               -         open       4.00    2024-04-01 00:00  -
                """);
        given("crm.order_lines", """
                order_id   line  product_id  quantity  unit_cost  amount
                delivered  1     p           5         1.50       10.00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        expect(SALES_LINES, "2024-03-31", """
                basis     document_key  line  day         account_id  product_id  region  team_id  owner_id  segment  source  amount  cost_amount
                bookings  o             0     2024-02-28  a           -           West    -        -         small    fair    0.00    -
                orders    delivered     1     2024-02-29  a           p           West    -        -         large    -       10.00   7.50
                revenue   delivered     1     2024-03-05  a           p           West    -        -         large    -       10.00   7.50
                orders    later         0     2024-03-01  a           -           East    t        ann       small    fair    8.00    -
                orders    undated       0     2024-03-02  a           -           West    -        -         large    -       6.00    -
                revenue   undated       0     -           a           -           West    -        -         large    -       6.00    -
                """);
    }
}
