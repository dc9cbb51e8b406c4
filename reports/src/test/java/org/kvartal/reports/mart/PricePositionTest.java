package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.PRICE_POSITION;
import static org.kvartal.reports.mart.Marts.SALES_LINES;

@ExtendWith(GivenExpect.class)
class PricePositionTest {
    @BeforeEach
    void declareTheTablesOfSteps() {
        StepTables.declare();
    }

    private static void expectPositions(String asOf, String rows) {
        given(OPPORTUNITIES_AS_OF, asOf);
        given(SALES_LINES, asOf);
        expect(PRICE_POSITION, asOf, rows);
    }

    @Test
    void comparesThePricesThatAreValidOnTheDay() {
        given("crm.products", """
                product_id  name  list_price
                p           P     999.00
                """);
        given("forecast.product_matches", """
                competitor_product_id  competitor_id  product_id  match  match_confidence  status    is_match  verdict
                c1                     rival          p           exact  0.9               accepted  true      like
                """);
        given("forecast.price_versions", """
                product_id  competitor_product_id  competitor_id  valid_from  valid_to    last_seen_on  price   promotion  origin      price_before
                p           -                      -              2024-01-01  2024-03-15  -             120.00  -          price_list  -
                p           -                      -              2024-03-16  -           -             100.00  -          price_list  120.00
                p           c1                     rival          2024-03-01  2024-03-19  2024-03-01    90.00   false      web         -
                p           c1                     rival          2024-03-20  2024-04-19  2024-03-20    80.00   true       web         90.00
                """);
        expectPositions("2024-03-31", """
                product_id  competitor_product_id  competitor_id  match  match_confidence  match_status  verdict  observed_on  staleness_days  maximum_age_days  stale  origin  competitor_price  promotion  changed_on  price_before  own_price  gap_log  gap_rate  compared
                p           c1                     rival          exact  0.9               accepted      like     2024-03-20   11              30                false  web     80.00             true       2024-03-20  90.00         100.00     0.2231   0.25      true
                """);
        expectPositions("2024-03-19", """
                competitor_product_id  competitor_price  own_price
                c1                     90.00             100.00
                """);
    }

    @Test
    void doesNotTakeAnOldPriceForAPresentOne() {
        given("crm.products", """
                product_id  name  list_price
                p           P     40.00
                """);
        given("forecast.product_matches", """
                competitor_product_id  competitor_id  product_id  match  status    is_match  verdict
                last-day               rival          p           exact  given     true      like
                day-after              rival          p           exact  given     true      like
                never                  rival          p           exact  given     true      like
                unmatched              rival          p           exact  review    false     unmatched
                unmatched              rival          q           exact  rejected  false     unmatched
                """);
        given("forecast.price_versions", """
                product_id  competitor_product_id  competitor_id  valid_from  valid_to    last_seen_on  price  promotion
                p           last-day               rival          2024-03-01  2024-03-31  2024-03-01    50.00  false
                p           day-after              rival          2024-02-28  2024-03-30  2024-02-29    50.00  false
                -           unmatched              rival          2024-03-31  2024-04-30  2024-03-31    50.00  false
                """);
        expectPositions("2024-03-31", """
                competitor_product_id  observed_on  staleness_days  stale  competitor_price  own_price  gap_rate  compared
                last-day               2024-03-01   30              false  50.00             40.00      -0.2      true
                day-after              2024-02-29   31              true   -                 40.00      -         false
                never                  -            -               true   -                 40.00      -         false
                unmatched              2024-03-31   0               false  50.00             -          -         false
                """);
    }

    /** p: of four rivals' products two are compared, one of them cheaper; q has none; r is not sold. */
    @Test
    void sharesTheSalesOfTheYearAmongWhatIsCompared() {
        given("crm.products", """
                product_id  name  list_price
                p           P     100.00
                q           Q     10.00
                r           R     5.00
                """);
        given("forecast.product_matches", """
                competitor_product_id  competitor_id  product_id  match       status  is_match  verdict
                c1                     a              p           exact       given   true      like
                c2                     b              p           equivalent  given   true      like
                c3                     b              p           substitute  given   true      substitute
                c4                     b              p           exact       given   true      unsure
                """);
        given("forecast.price_versions", """
                product_id  competitor_product_id  competitor_id  valid_from  valid_to    last_seen_on  price
                p           c1                     a              2024-03-01  2024-04-30  2024-03-31    80.00
                p           c2                     b              2024-03-01  2024-04-30  2024-03-31    125.00
                p           c3                     b              2024-03-01  2024-04-30  2024-03-31    1.00
                p           c4                     b              2024-03-01  2024-04-30  2024-03-31    1.00
                """);
        given("crm.orders", """
                order_id  amount   ordered_at
                1         600.00   2023-04-01 10:00
                2         9999.00  2023-03-31 10:00
                3         200.00   2024-03-31 10:00
                """);
        given("crm.order_lines", """
                order_id  line  product_id  quantity  amount
                1         1     p           6         600.00
                2         1     p           9         9999.00
                3         1     q           20        200.00
                """);
        given("crm.opportunities", """
                opportunity_id  stage  outcome  amount   product_id  created_at        closed_at
                1               won    won      9999.00  q           2024-03-01 10:00  2024-03-31 10:00
                """);
        expectPositions("2024-03-31", """
                product_id  competitor_product_id  compared  product_compared_count  product_cheaper_count  sales_weight  competitor_sales_weight
                p           c1                     true      2                       1                      300.0         600.0
                p           c2                     true      2                       1                      300.0         600.0
                p           c3                     false     2                       1                      0.0           0.0
                p           c4                     false     2                       1                      0.0           0.0
                q           -                      false     0                       0                      200.0         0.0
                r           -                      false     0                       0                      0.0           0.0
                """);
    }
}
