package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.PRICE_HISTORY_BY_MONTH;

@ExtendWith(GivenExpect.class)
class PriceHistoryByMonthTest {

    @Test
    void givesOwnPricesARowForEachMonthTheyHold() {
        given("crm.price_list", """
                product_id  valid_from  valid_to    price
                p           2024-01-15  2024-02-14  10.00
                p           2024-02-15  -           12.00
                p           2024-05-01  -           99.00
                p           2024-03-02  2024-03-01  50.00
                """);
        expect(PRICE_HISTORY_BY_MONTH, "2024-03-31", """
                month       product_id  competitor_product_id  price  low_price  high_price  price_count  promotion_count
                2024-01-01  p           -                      10.00  10.00      10.00       1            0
                2024-02-01  p           -                      12.00  10.00      12.00       2            0
                2024-03-01  p           -                      12.00  12.00      12.00       1            0
                """);
    }

    @Test
    void givesCompetitorsARowForEachMonthTheyWereSeen() {
        given("crm.competitor_products", """
                competitor_product_id  competitor_id  name  product_id
                c1                     rival          One   p
                """);
        given("crm.competitor_prices", """
                competitor_product_id  observed_on  price  promotion
                c1                     2024-01-05   9.00   true
                c1                     2024-01-20   11.00  false
                c1                     2024-03-31   8.00   -
                c1                     2024-04-01   1.00   false
                """);
        expect(PRICE_HISTORY_BY_MONTH, "2024-03-31", """
                month       product_id  competitor_product_id  price  low_price  high_price  price_count  promotion_count
                2024-01-01  p           c1                     11.00  9.00       11.00       2            1
                2024-03-01  p           c1                     8.00   8.00       8.00        1            0
                """);
    }
}
