package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.CUSTOMER_COHORTS;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.SALES_LINES;

@ExtendWith(GivenExpect.class)
class CustomerCohortsTest {

    /** April is not over: it is no cell of any cohort. Nobody of February's cohort bought in March: that is 0. */
    @Test
    void followsTheCustomersOfAMonthThroughTheMonthsThatAreOver() {
        given("crm.orders", """
                order_id  account_id  amount  ordered_at
                1         x           60.00   2024-01-02 10:00
                2         x           40.00   2024-01-31 10:00
                3         y           200.00  2024-01-05 10:00
                4         y           300.00  2024-02-05 10:00
                5         x           50.00   2024-03-31 10:00
                6         z           10.00   2024-02-29 10:00
                7         z           5.00    2024-04-01 10:00
                8         new         5.00    2024-04-02 10:00
                9         -           5.00    2024-01-02 10:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-04-15");
        given(SALES_LINES, "2024-04-15");
        expect(CUSTOMER_COHORTS, "2024-04-15", """
                basis   cohort_month  months_since  month       customer_count  active_count  first_amount  amount  retained_amount
                orders  2024-01-01    0             2024-01-01  2               2             300.00        300.00  300.00
                orders  2024-01-01    1             2024-02-01  2               1             300.00        300.00  200.00
                orders  2024-01-01    2             2024-03-01  2               1             300.00        50.00   50.00
                orders  2024-02-01    0             2024-02-01  1               1             10.00         10.00   10.00
                orders  2024-02-01    1             2024-03-01  1               0             10.00         0.00    0.00
                """);
    }
}
