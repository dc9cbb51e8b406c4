package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.SALES_LINES;
import static org.kvartal.reports.mart.Marts.SALES_RANKING;

@ExtendWith(GivenExpect.class)
class SalesRankingTest {

    /** The first 80 % are a and b; c and d, who sold the same, begin at 80 % and stay together. */
    @Test
    void classesCustomersByWhatTheyShareInTheLastTwelveMonths() {
        given("crm.orders", """
                order_id  account_id  amount  ordered_at
                1         a           20.00   2023-04-01 10:00
                2         a           30.00   2024-03-31 10:00
                3         b           30.00   2023-08-01 10:00
                4         c           10.00   2023-08-01 10:00
                5         d           10.00   2023-08-01 10:00
                6         e           -5.00   2023-08-01 10:00
                7         d           99.00   2023-03-31 10:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(SALES_LINES, "2024-03-31");
        expect(SALES_RANKING, "2024-03-31", """
                basis   dimension  member_key  rank  amount  cumulative_amount  total_amount  class
                orders  account    a           1     50.00   50.00              100.00        A
                orders  account    b           2     30.00   80.00              100.00        A
                orders  account    c           3     10.00   100.00             100.00        B
                orders  account    d           3     10.00   100.00             100.00        B
                orders  account    e           5     -5.00   100.00             100.00        -
                orders  product    -           1     95.00   95.00              95.00         A
                """);
    }
}
