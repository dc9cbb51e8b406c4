package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.PersianYears;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.fiscalCalendar;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.SALES_BY_MONTH;
import static org.kvartal.reports.mart.Marts.SALES_LINES;

@ExtendWith(GivenExpect.class)
class SalesByMonthTest {

    @Test
    void setsTheMonthBesideTheSameDaysOfEarlierOnesAndKeepsWhoSoldInOneOnly() {
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id  product_id  segment  source  amount  closed_at
                1               won      ann       p           large    fair    10.00   2024-03-05 12:00
                2               won      ann       p           large    fair    7.00    2024-02-20 12:00
                3               won      ann       p           large    fair    5.00    2024-02-08 12:00
                4               won      bob       q           -        -       4.00    2023-03-07 12:00
                5               won      ann       p           large    fair    3.00    2023-12-05 12:00
                6               won      bob       q           -        -       2.00    -
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-10");
        given(SALES_LINES, "2024-03-10");
        // The second deal was won after the tenth: it is not yet to be compared with.
        expect(SALES_BY_MONTH, "2024-03-10", """
                month       product_id  owner_id  segment  source  line_count  amount  month_before_amount  quarter_before_amount  year_before_amount
                2023-12-01  p           ann       large    fair    1           3.00    -                    -                      -
                2024-01-01  p           ann       large    fair    -           -       3.00                 -                      -
                2024-02-01  p           ann       large    fair    2           12.00   -                    -                      -
                2024-03-01  p           ann       large    fair    1           10.00   5.00                 3.00                   -
                2023-03-01  q           bob       -        -       1           4.00    -                    -                      -
                2023-04-01  q           bob       -        -       -           -       4.00                 -                      -
                2023-06-01  q           bob       -        -       -           -       -                    4.00                   -
                2024-03-01  q           bob       -        -       -           -       -                    -                      4.00
                -           q           bob       -        -       1           2.00    -                    -                      -
                """);
    }

    @Test
    void givesEveryPlannedUnitARowOfItsOwn() {
        given("crm.teams", """
                team_id  name
                t        North
                """);
        given("crm.products", """
                product_id  name
                p           GTX Pro
                """);
        given("crm.plans", """
                scope            month       amount
                total            2024-04-01  20.00
                region:East      2024-04-01  12.00
                team:North       2024-04-01  11.00
                product:GTX Pro  2024-04-01  9.00
                product:none     2024-04-01  1.00
                """);
        given("crm.quotas", """
                owner_id  month       amount
                ann       2024-04-01  8.00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(SALES_LINES, "2024-03-31");
        expect(SALES_BY_MONTH, "2024-03-31", """
                basis     month       plan_scope  product_id  region  team_id  owner_id  amount  plan_amount
                bookings  2024-04-01  total       -           -       -        -         -       20.00
                bookings  2024-04-01  region      -           East    -        -         -       12.00
                bookings  2024-04-01  team        -           -       t        -         -       11.00
                bookings  2024-04-01  product     p           -       -        -         -       9.00
                bookings  2024-04-01  product     -           -       -        -         -       1.00
                bookings  2024-04-01  owner       -           -       -        ann       -       8.00
                """);
    }

    @Test
    void sumsQuantitiesAndTheMarginOfWhatHasACost() {
        given("crm.orders", """
                order_id  amount  ordered_at
                o         30.00   2024-03-05 12:00
                """);
        given("crm.order_lines", """
                order_id  line  product_id  quantity  unit_cost  amount
                o         1     p           2         4.00       10.00
                o         2     p           3         -          20.00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(SALES_LINES, "2024-03-31");
        expect(SALES_BY_MONTH, "2024-03-31", """
                basis   month       product_id  quantity  amount  costed_amount  cost_amount
                orders  2024-03-01  p           5         30.00   10.00          8.00
                """);
    }

    /** Esfand 1402 ends on 19 March 2024, the eve of 1 Farvardin 1403, which is compared with 1 Farvardin 1402. */
    @Test
    void countsTheMonthsOfTheFiscalCalendar() {
        fiscalCalendar(new FiscalCalendar(new PersianYears(1)));
        given("crm.opportunities", """
                opportunity_id  outcome  amount  closed_at
                1               won      1.00    2024-03-19 12:00
                2               won      2.00    2024-03-20 12:00
                3               won      4.00    2023-03-21 12:00
                """);
        given("crm.plans", """
                scope  month       amount
                total  2024-04-01  9.00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-20");
        given(SALES_LINES, "2024-03-20");
        expect(SALES_BY_MONTH, "2024-03-20", """
                month       plan_scope  amount  plan_amount  month_before_amount  quarter_before_amount  year_before_amount
                2024-02-20  -           1.00    -            -                    -                      -
                2024-03-20  -           2.00    -            -                    -                      4.00
                2024-03-20  total       -       9.00         -                    -                      -
                2023-03-21  -           4.00    -            -                    -                      -
                2023-04-21  -           -       -            4.00                 -                      -
                2023-06-22  -           -       -            -                    4.00                   -
                """);
    }
}
