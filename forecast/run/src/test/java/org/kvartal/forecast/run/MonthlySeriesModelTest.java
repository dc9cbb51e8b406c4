package org.kvartal.forecast.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;

@ExtendWith(GivenExpect.class)
class MonthlySeriesModelTest {
    private static void givenPeople() {
        given("crm.teams", """
                team_id  region
                n        North
                s        -
                """);
        given("crm.users", """
                user_id  team_id
                ann      n
                bob      s
                """);
        given("crm.accounts", """
                account_id  region  segment
                acme        West    large
                """);
    }

    /** Deals 1 and 2 are of one cell; 4 was recorded with a team of its own; the others are open, lost, or too young. */
    @Test
    void addsUpWhatWasWonByTheTeamOfTheDealOrOfItsOwner() {
        givenPeople();
        given("crm.opportunities", """
                opportunity_id  outcome  closed_at             amount  product_id  owner_id  team_id  account_id  segment
                1               won      2024-03-01T09:00:00Z  10.50   axe         ann       -        acme        -
                2               won      2024-03-31T23:59:59Z  4.50    axe         ann       -        acme        -
                3               won      2024-04-02T09:00:00Z  -       -           bob       -        acme        small
                4               won      2024-04-30T09:00:00Z  7.00    axe         ann       s        -           -
                5               won      2024-05-01T09:00:00Z  99.00   axe         ann       -        acme        -
                6               lost     2024-04-01T09:00:00Z  99.00   axe         ann       -        acme        -
                7               open     -                     99.00   axe         ann       -        acme        -
                8               won      -                     99.00   axe         ann       -        acme        -
                """);
        expect(SeriesFamily.SERIES, "2024-05-30", """
                measure   product_id  region  team_id  segment  category  month       value
                bookings  axe         North   n        large    -         2024-03-01  15.00
                bookings  -           West    s        small    -         2024-04-01  0.00
                bookings  axe         -       s        -        -         2024-04-01  7.00
                """);
    }

    /** Order 2 was cancelled, 3 is not delivered, 4 was ordered in the running month. */
    @Test
    void tellsOrdersReceivedFromRevenueAndCountsUnitsOfProducts() {
        givenPeople();
        given("crm.orders", """
                order_id  status     ordered_at            delivered_on  amount  owner_id  account_id
                1         delivered  2024-03-05T09:00:00Z  2024-04-02    100.00  ann       acme
                2         cancelled  2024-03-05T09:00:00Z  -             900.00  ann       acme
                3         open       2024-03-09T09:00:00Z  -             50.00   bob       acme
                4         -          2024-05-01T09:00:00Z  2024-05-02    700.00  ann       acme
                """);
        given("crm.order_lines", """
                order_id  line  product_id  quantity
                1         1     axe         2
                1         2     axe         1.5
                1         3     -           8
                2         1     axe         90
                3         1     saw         4
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  closed_at             amount
                9               won      2024-03-05T09:00:00Z  1.00
                """);
        given("crm.opportunity_products", """
                opportunity_id  line  product_id  quantity
                9               1     axe         70
                """);
        expect(SeriesFamily.SERIES, "2024-05-15", """
                measure      product_id  region  team_id  month       value
                bookings     -           -       -        2024-03-01  1.00
                demand       axe         -       -        2024-03-01  3.50
                demand       saw         -       -        2024-03-01  4.00
                order_count  -           North   n        2024-03-01  1.00
                order_count  -           West    s        2024-03-01  1.00
                orders       -           North   n        2024-03-01  100.00
                orders       -           West    s        2024-03-01  50.00
                revenue      -           North   n        2024-04-01  100.00
                """);
    }

    @Test
    void takesUnitsOfDealsWonWhereNoLinesOfOrdersAreKept() {
        given("crm.opportunities", """
                opportunity_id  outcome  closed_at             amount
                1               won      2024-03-05T09:00:00Z  1.00
                2               lost     2024-03-05T09:00:00Z  1.00
                """);
        given("crm.opportunity_products", """
                opportunity_id  line  product_id  quantity
                1               1     axe         7
                2               1     axe         50
                """);
        expect(SeriesFamily.SERIES, "2024-03-31", """
                measure   product_id  month       value
                bookings  -           2024-03-01  1.00
                demand    axe         2024-03-01  7.00
                """);
    }

    @Test
    void countsRequestsByTeamAndKind() {
        given("crm.requests", """
                request_id  opened_at             team_id  category
                1           2024-03-05T09:00:00Z  desk     error
                2           2024-03-06T09:00:00Z  desk     error
                3           2024-03-06T09:00:00Z  -        question
                4           2024-04-06T09:00:00Z  desk     error
                """);
        expect(SeriesFamily.SERIES, "2024-04-29", """
                measure   team_id  category  month       value
                requests  desk     error     2024-03-01  2.00
                requests  -        question  2024-03-01  1.00
                """);
    }
}
