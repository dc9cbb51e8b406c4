package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.CONTACT_HISTORY;
import static org.kvartal.reports.mart.Marts.CUSTOMER_RFM;
import static org.kvartal.reports.mart.Marts.CUSTOMER_SCORECARD;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.REQUEST_HANDLING;
import static org.kvartal.reports.mart.Marts.SALES_LINES;

@ExtendWith(GivenExpect.class)
class CustomerScorecardTest {
    @BeforeAll
    static void declareForecasts() {
        StepTables.declare("forecast.customer_values", "forecast.request_times");
    }

    /**
     * Gaps between contacts of the segment: 10, 31, 31, 80, 245, 365 and 423 days, of which nine tenths are no longer than
     * 388: b was silent for 820. c was never dealt with, bought or asked.
     */
    @Test
    void putsTheThreeAreasSideBySide() {
        given("crm.accounts", """
                account_id  owner_id  segment  industry  employees  parent_account_id
                a           ann       big      food      7          -
                b           bob       big      -         -          a
                c           bob       -        -         -          -
                """);
        given("crm.activities", """
                activity_id  kind  account_id  status  done_at
                1            call  a           done    2024-01-01
                2            call  a           done    2024-01-11
                3            call  b           done    2022-01-01
                """);
        given("crm.requests", """
                request_id  account_id  opened_at   resolved_at          satisfaction
                r1          a           2024-03-31  2024-03-31 22:00:00  4
                r2          a           2022-03-31  -                    -
                """);
        given("forecast.request_times", """
                request_id  account_id  opened_at   ended_month  ending    censored  handling_hours  satisfaction
                r1          a           2024-03-31  2024-03-01   resolved  false     22              4
                r2          a           2022-03-31  -            open      true      17544           -
                """);
        given("crm.opportunities", """
                opportunity_id  account_id  campaign_id  outcome  amount  created_at  closed_at
                o1              a           spring       won      100.00  2021-01-01  2021-02-01
                """);
        given("crm.leads", """
                lead_id  campaign_id  opportunity_id  created_at
                l1       spring       o1              2024-02-01
                l2       autumn       o1              2024-02-02
                l3       autumn       o1              2022-02-02
                """);
        given("crm.orders", """
                order_id  account_id  status     amount  ordered_at
                1         a           delivered  70.00   2023-05-01
                2         a           delivered  30.00   2022-05-01
                """);
        given("forecast.customer_values", """
                account_id  alive  value  value_low  value_high
                a           0.8    90.00  10.00      200.00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(SALES_LINES, "2024-03-31");
        given(CUSTOMER_RFM, "2024-03-31");
        given(CONTACT_HISTORY, "2024-03-31");
        given(REQUEST_HANDLING, "2024-03-31");
        expect(CUSTOMER_SCORECARD, "2024-03-31", """
                account_id  filled_count  lead_count  campaign_count  contact_count  last_contact_day  norm_days  is_silent  engagement_score  amount  amount_before  alive  expected_amount  request_count  open_request_count  handling_hours_median  mark_count  mark_sum
                a           3             2           2               5              2024-03-31        388.2      false      5                 70.00   30.00          0.8    90.00            1              1                   22                     1           4
                b           1             0           0               0              2022-01-01        388.2      true       1                 0.00    0.00           -      -                0              0                   -                      0           -
                """);
    }
}
