package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.PROMISES;

@ExtendWith(GivenExpect.class)
class PromisesTest {
    /** 1: 10 days out, 5 in, 20 out; still open 25 days after the first promise. 3 was never put off, and came late. */
    @Test
    void tellsHowOftenAndHowFarAPromiseWasMoved() {
        given("crm.opportunities", """
                opportunity_id  outcome  amount  created_at        closed_at         expected_close_date
                1               open     100.00  2024-01-01 08:00  -                 2024-04-05
                2               won      50.00   2024-01-01 08:00  2024-03-08 08:00  2024-03-10
                3               lost     10.00   2024-01-01 08:00  2024-03-12 08:00  2024-03-10
                4               open     10.00   2024-01-01 08:00  -                 -
                """);
        given("crm.opportunity_changes", """
                opportunity_id  changed_at        field                old_value   new_value
                1               2024-02-01 08:00  expected_close_date  2024-03-11  2024-03-21
                1               2024-02-02 08:00  expected_close_date  2024-03-21  2024-03-16
                1               2024-02-03 08:00  amount               1           2
                1               2024-03-03 08:00  expected_close_date  2024-03-16  2024-04-05
                1               2024-04-06 08:00  expected_close_date  2024-04-05  2024-12-31
                2               2024-01-01 08:00  expected_close_date  -           2024-03-10
                """);
        given(OPPORTUNITIES_AS_OF, "2024-04-05");
        expect(PROMISES, "2024-04-05", """
                opportunity_id  outcome  first_promised_date  promised_date  push_count  push_days  pull_count  pull_days  late_days
                1               open     2024-03-11           2024-04-05     2           30         1           5          25
                2               won      2024-03-10           2024-03-10     0           0          0           0          -2
                3               lost     2024-03-10           2024-03-10     0           0          0           0          2
                """);
    }
}
