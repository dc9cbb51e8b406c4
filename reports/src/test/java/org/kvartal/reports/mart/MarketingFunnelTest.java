package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.CAMPAIGN_RESULTS;
import static org.kvartal.reports.mart.Marts.LEADS_BY_COHORT;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;

@ExtendWith(GivenExpect.class)
class MarketingFunnelTest {
    /** Deal 1 has two leads: the earlier one of campaign a; the deal itself names b. Deal 4 has neither lead nor campaign. */
    @BeforeEach
    void deals() {
        given("crm.opportunities", """
                opportunity_id  outcome  campaign_id  amount  created_at        closed_at
                1               won      b            100.00  2024-02-01 08:00  2024-03-31 08:00
                2               lost     -            50.00   2024-02-10 08:00  2024-04-19 08:00
                3               won      b            10.00   2024-06-01 08:00  2024-07-02 08:00
                4               won      -            7.00    2024-01-31 08:00  2024-05-01 08:00
                """);
        given("crm.leads", """
                lead_id  source  campaign_id  opportunity_id  created_at        converted_at
                l1       web     a            1               2024-01-05 08:00  2024-02-01 08:00
                l2       fair    b            1               2024-01-20 08:00  -
                l3       web     a            2               2024-01-31 08:00  2024-05-10 08:00
                l4       web     a            -               2024-01-31 08:00  -
                l5       web     -            3               2024-05-31 08:00  2024-06-01 08:00
                l6       web     -            -               2024-07-01 08:00  -
                """);
        given(OPPORTUNITIES_AS_OF, "2024-06-30");
    }

    /** Of January, web: converted after 27 and after 100 days; l2 has no day of conversion, and takes its deal's. */
    @Test
    void followsLeadsFromTheirArrival() {
        expect(LEADS_BY_COHORT, "2024-06-30", """
                created_month  source  campaign_id  lead_count  converted_count  won_count  lost_count  won_amount  watched_90_count  converted_within_90_count  watched_365_count  won_within_365_count
                2024-01-01     fair    b            1           1                1          0           100.00      1                 1                          0                  0
                2024-01-01     web     a            3           2                1          1           100.00      3                 1                          0                  0
                2024-05-01     web     -            1           1                0          0           0.00        0                 0                          0                  0
                """);
    }

    @Test
    void creditsADealToTheFirstAndToTheLastTouch() {
        given("crm.campaigns", """
                campaign_id  name  cost    started_on
                a            A     500.00  2024-01-01
                b            B     -       2024-01-15
                late         L     9.00    2024-07-01
                """);
        expect(CAMPAIGN_RESULTS, "2024-06-30", """
                touch  campaign_id  cost    lead_count  opportunity_count  won_count  lost_count  open_count  won_amount  open_amount
                first  a            500.00  3           2                  1          1           0           100.00      0.00
                first  b            -       1           1                  0          0           1           0.00        10.00
                first  -            -       1           1                  1          0           0           7.00        0.00
                last   a            500.00  3           1                  0          1           0           0.00        0.00
                last   b            -       1           2                  1          0           1           100.00      10.00
                last   -            -       1           1                  1          0           0           7.00        0.00
                """);
    }
}
