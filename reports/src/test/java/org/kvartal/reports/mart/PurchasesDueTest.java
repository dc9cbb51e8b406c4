package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.PURCHASES_DUE;
import static org.kvartal.reports.mart.Marts.STOCK_COVER;

@ExtendWith(GivenExpect.class)
class PurchasesDueTest {
    @BeforeAll
    static void declareForecasts() {
        StepTables.declare("forecast.replenishments", "forecast.series_forecasts");
    }

    /** Ten kits: four for a, five for b, one left for c, who wants two. d left, e is not due, f bought twice only. */
    @Test
    void givesOutTheStockInTheOrderOfTheDates() {
        given("crm.accounts", """
                account_id  owner_id
                a           ann
                """);
        given("crm.stock_levels", """
                product_id  location  day         on_hand
                kit         Main      2024-03-31  10
                """);
        given("forecast.replenishments", """
                account_id  product_id  purchase_count  next_day    overdue  active  due_30_days  quantity  amount  risk_amount  basis
                a           kit         5               2024-04-02  0.95     0.6     0.5          4         100.00  480.00       own gaps
                c           kit         4               2024-04-20  0.4      0.9     0.6          2         50.00   10.00        own gaps
                b           kit         9               2024-04-10  0.5      0.9     0.8          5         10.00   5.00         own gaps
                a           pen         3               2024-04-30  0.1      0.9     0.5          -         1.00    1.00         own gaps
                d           kit         9               2024-04-02  0.99     0.4     0.2          5         10.00   5.00         own gaps
                e           kit         9               2024-05-01  0.1      0.9     0.4          5         10.00   5.00         own gaps
                f           kit         2               2024-04-02  0.5      0.9     0.8          5         10.00   5.00         product's gaps
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(STOCK_COVER, "2024-03-31");
        expect(PURCHASES_DUE, "2024-03-31", """
                account_id  product_id  owner_id  due_amount  is_overdue  on_hand_units  left_units  stock
                a           kit         ann       50.00       true        10             10          enough
                b           kit         -         8.00        false       10             6           enough
                c           kit         -         30.00       false       10             1           short
                a           pen         ann       0.50        false       -              -           unknown
                """);
    }
}
