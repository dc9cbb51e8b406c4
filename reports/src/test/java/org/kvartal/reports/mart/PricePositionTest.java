package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.PRICE_POSITION;

@ExtendWith(GivenExpect.class)
class PricePositionTest {

    @Test
    void comparesTheLatestObservationWithTheOwnPriceOfTheDay() {
        given("crm.competitor_products", """
                competitor_product_id  competitor_id  name  product_id  match   match_confidence
                c1                     rival          One   p           exact   0.9
                """);
        given("crm.competitor_prices", """
                competitor_product_id  observed_on  price   promotion
                c1                     2024-03-01   90.00   false
                c1                     2024-03-20   80.00   true
                c1                     2024-04-01   10.00   false
                """);
        given("crm.price_list", """
                product_id  valid_from  valid_to    price
                p           2024-01-01  2024-03-15  120.00
                p           2024-03-10  -           100.00
                p           2024-04-01  -           999.00
                """);
        expect(PRICE_POSITION, "2024-03-31", """
                competitor_product_id  competitor_id  product_id  match  match_confidence  observed_on  staleness_days  stale  competitor_price  promotion  own_price  gap_log  gap_rate
                c1                     rival          p           exact  0.9               2024-03-20   11              false  80.00             true       100.00     0.2231   0.25
                """);
    }

    @Test
    void takesTheLaterOfTwoListPricesThatOverlap() {
        given("crm.competitor_products", """
                competitor_product_id  competitor_id  name  product_id
                c1                     rival          One   p
                """);
        given("crm.price_list", """
                product_id  valid_from  valid_to    price
                p           2024-03-10  2024-03-12  100.00
                p           2024-01-01  -           120.00
                """);
        expect(PRICE_POSITION, "2024-03-12", """
                competitor_product_id  own_price
                c1                     100.00
                """);
        expect(PRICE_POSITION, "2024-03-13", """
                competitor_product_id  own_price
                c1                     120.00
                """);
    }

    @Test
    void doesNotTakeAnOldPriceForAPresentOne() {
        given("crm.competitor_products", """
                competitor_product_id  competitor_id  name       product_id
                day-60                 rival          One        p
                day-61                 rival          Two        p
                never                  rival          Three      p
                unmatched              rival          Four       -
                free                   rival          Five       p
                """);
        given("crm.competitor_prices", """
                competitor_product_id  observed_on  price
                day-60                 2024-01-31   50.00
                day-61                 2024-01-30   50.00
                unmatched              2024-03-31   50.00
                free                   2024-03-31   0.00
                """);
        given("crm.products", """
                product_id  name  list_price
                p           P     40.00
                """);
        expect(PRICE_POSITION, "2024-03-31", """
                competitor_product_id  observed_on  staleness_days  stale  competitor_price  own_price  gap_log  gap_rate
                day-60                 2024-01-31   60              false  50.00             40.00      -0.2231  -0.2
                day-61                 2024-01-30   61              true   -                 40.00      -        -
                never                  -            -               true   -                 40.00      -        -
                unmatched              2024-03-31   0               false  50.00             -          -        -
                free                   2024-03-31   0               false  0.00              40.00      -        -
                """);
    }
}
