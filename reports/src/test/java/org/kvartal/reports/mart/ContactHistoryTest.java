package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.CONTACT_HISTORY;

@ExtendWith(GivenExpect.class)
class ContactHistoryTest {

    @Test
    void putsTheEventsOfAllChannelsInOneTable() {
        given("crm.opportunities", """
                opportunity_id  account_id  owner_id  outcome  amount  source  created_at           closed_at
                O1              A           ann       won      10.00   web     2024-01-02 08:00:00  2024-02-01 08:00:00
                O2              A           bob       open     5.00    -       2024-03-01 08:00:00  -
                """);
        given("crm.quotes", """
                quote_id  opportunity_id  amount  sent_at              decided_at
                Q1        O1              12.00   2024-01-10 08:00:00  2024-04-05 08:00:00
                """);
        given("crm.requests", """
                request_id  account_id  agent_id  channel  opened_at            resolved_at
                R1          -           cyd       phone    2024-02-10 08:00:00  -
                """);
        given("crm.activities", """
                activity_id  account_id  owner_id  kind  done_at
                C1           A           ann       call  2024-01-05 08:00:00
                C2           A           ann       call  -
                """);
        expect(CONTACT_HISTORY, "2024-03-31", """
                account_id  happened_at          event                channel  event_key  owner_id  amount
                A           2024-01-02 08:00:00  opportunity entered  web      O1      ann       10.00
                A           2024-02-01 08:00:00  opportunity won      web      O1      ann       10.00
                A           2024-03-01 08:00:00  opportunity entered  -        O2      bob       5.00
                A           2024-01-10 08:00:00  quote sent           -        Q1      ann       12.00
                -           2024-02-10 08:00:00  request opened       phone    R1      cyd       -
                A           2024-01-05 08:00:00  call                 call     C1      ann       -
                """);
    }
}
