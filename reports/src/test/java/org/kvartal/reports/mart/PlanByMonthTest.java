package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.PLAN_BY_MONTH;
import static org.kvartal.reports.mart.Marts.SALES_LINES;

@ExtendWith(GivenExpect.class)
class PlanByMonthTest {

    @Test
    void setsThePlanOfAUnitBesideItsBookingsAndThoseOfTheYearBefore() {
        given("crm.teams", """
                team_id  name   region
                t1       North  East
                """);
        given("crm.products", """
                product_id  name
                p           GTX Pro
                q           Basic
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  team_id  product_id  amount  closed_at
                1               won      t1       p           10.00   2024-03-05 12:00
                2               won      t1       q           5.00    2024-03-06 12:00
                3               won      -        q           2.00    2024-03-07 12:00
                4               won      t1       p           1.00    2023-03-07 12:00
                """);
        given("crm.plans", """
                scope            month       amount
                total            2024-03-01  20.00
                region:East      2024-03-01  12.00
                team:North       2024-03-01  12.00
                team:t1          2024-03-01  12.00
                product:GTX Pro  2024-03-01  9.00
                product:none     2024-03-01  1.00
                total            2024-04-01  30.00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(SALES_LINES, "2024-03-31");
        expect(PLAN_BY_MONTH, "2024-03-31", """
                scope            month       plan_amount  won_amount  year_before_won_amount
                total            2024-03-01  20.00        17.00       1.00
                region:East      2024-03-01  12.00        15.00       1.00
                team:North       2024-03-01  12.00        15.00       1.00
                team:t1          2024-03-01  12.00        15.00       1.00
                product:GTX Pro  2024-03-01  9.00         10.00       1.00
                product:none     2024-03-01  1.00         0.00        0.00
                total            2024-04-01  30.00        0.00        0.00
                """);
    }

    @Test
    void countsAUnitOnceWhenItsIdIsItsName() {
        given("crm.products", """
                product_id  name
                p           p
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  product_id  amount  closed_at
                1               won      p           10.00   2024-03-05 12:00
                """);
        given("crm.plans", """
                scope      month       amount
                product:p  2024-03-01  20.00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(SALES_LINES, "2024-03-31");
        expect(PLAN_BY_MONTH, "2024-03-31", """
                scope      month       plan_amount  won_amount  year_before_won_amount
                product:p  2024-03-01  20.00        10.00       0.00
                """);
    }
}
