package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.CUSTOMER_RFM;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.SALES_LINES;

@ExtendWith(GivenExpect.class)
class CustomerRfmTest {

    /**
     * Days since the last purchase are 1 to 10: thresholds 9, 7, 5, 3. Frequencies are six times 1, then 2, 2, 3 and 4:
     * thresholds 1, 1, 1, 2, so that the six stay together and nobody scores 2 or 3. Amounts: thresholds 20, 40, 60, 80.
     */
    @Test
    void scoresByQuintilesThatKeepEqualsTogether() {
        given("crm.orders", """
                order_id  account_id  amount  ordered_at
                1         a           100.00  2024-03-30 10:00
                2         b           10.00   2024-03-29 10:00
                3         c           20.00   2024-03-28 10:00
                4         d           30.00   2024-03-27 10:00
                5         e           40.00   2024-03-26 10:00
                6         f           50.00   2024-03-25 10:00
                7         g           20.00   2024-03-24 10:00
                8         g           40.00   2024-02-24 10:00
                9         h           35.00   2024-03-23 10:00
                10        h           35.00   2024-02-23 10:00
                11        i           20.00   2024-03-22 10:00
                12        i           30.00   2024-03-21 09:00
                13        i           30.00   2024-01-22 10:00
                14        j           20.00   2024-03-21 10:00
                15        j           30.00   2024-02-21 10:00
                16        j           30.00   2024-02-20 10:00
                17        j           5.00    2024-02-10 10:00
                18        j           5.00    2024-02-10 12:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(SALES_LINES, "2024-03-31");
        expect(CUSTOMER_RFM, "2024-03-31", """
                account_id  recency_days  frequency_count  amount  recency_score  frequency_score  amount_score  recency_threshold  frequency_threshold  amount_threshold  customer_group
                a           1             1                100.00  5              1                5             3                  -                    80.00             new
                b           2             1                10.00   5              1                1             3                  -                    -                 new
                c           3             1                20.00   4              1                1             5                  -                    -                 new
                d           4             1                30.00   4              1                2             5                  -                    20.00             new
                e           5             1                40.00   3              1                2             7                  -                    20.00             new
                f           6             1                50.00   3              1                3             7                  -                    40.00             new
                g           7             2                60.00   2              4                3             9                  1                    40.00             lapsing
                h           8             2                70.00   2              4                4             9                  1                    60.00             lapsing
                i           9             3                80.00   1              5                4             -                  2                    60.00             lapsing
                j           10            4                90.00   1              5                5             -                  2                    80.00             lapsing
                """);
    }

    @Test
    void scoresNobodyAmongFewerThanFive() {
        given("crm.orders", """
                order_id  account_id  amount  ordered_at
                1         a           100.00  2024-03-30 10:00
                2         b           10.00   2024-03-29 10:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(SALES_LINES, "2024-03-31");
        expect(CUSTOMER_RFM, "2024-03-31", """
                account_id  amount  recency_score  amount_threshold  customer_group
                a           100.00  -              -                 -
                b           10.00   -              -                 -
                """);
    }
}
