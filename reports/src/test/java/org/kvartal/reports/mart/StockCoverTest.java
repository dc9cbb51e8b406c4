package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.STOCK_COVER;

@ExtendWith(GivenExpect.class)
class StockCoverTest {
    @BeforeAll
    static void declareDemand() {
        StepTables.declare("forecast.series_forecasts");
    }

    /** Axe: 30 in the main store on the last day, 12 in the north two days before. Saw ran out; nobody asked for pots. */
    @Test
    void holdsStockAgainstDemandAndOpenDeals() {
        given("crm.stock_levels", """
                product_id  location  day         on_hand
                axe         Main      2024-03-01  99
                axe         Main      2024-03-31  30
                axe         North     2024-03-29  12
                axe         Main      2024-04-01  1
                saw         Main      2023-12-31  0
                saw         Main      2024-03-30  0
                saw         Main      2024-03-31  0
                pot         Main      2024-03-31  4
                """);
        given("forecast.series_forecasts", """
                measure   scope    member  month       step  mean
                demand    product  axe     2024-04-01  1     20
                demand    product  axe     2024-05-01  2     41
                demand    product  saw     2024-04-01  1     6
                demand    product  rope    2024-04-01  1     3
                demand    product  none    2024-04-01  1     -
                bookings  product  axe     2024-04-01  1     9000
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  probability
                1               open     0.5
                2               open     -
                3               lost     0
                """);
        given("crm.opportunity_products", """
                opportunity_id  line  product_id  quantity
                1               1     axe         10
                1               2     saw         8
                2               1     saw         5
                3               1     saw         70
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        expect(STOCK_COVER, "2024-03-31", """
                product_id  stock_date  on_hand_units  empty_days  known_days  demand_units  demand_days  open_units  expected_units  out_of_stock  short_units
                axe         2024-03-31  42             0           3           61            61           10          5               false         0
                saw         2024-03-31  0              2           2           6             30           13          4               true          4
                pot         2024-03-31  4              0           1           -             -            0           0               false         0
                rope        -           -              0           0           3             30           0           0               -             -
                """);
    }
}
