package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPEN_OPPORTUNITIES;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.PIPELINE_BRIDGE;
import static org.kvartal.reports.mart.Marts.PIPELINE_CHANGES;
import static org.kvartal.reports.mart.Marts.STAGE_STAYS;

@ExtendWith(GivenExpect.class)
class PipelineBridgeTest {
    @Test
    void leadsFromTheLastNightToThisOne() {
        given("previous.opportunities", """
                opportunity_id  outcome  owner_id  amount  expected_close_date
                moved           open     ann       10.00   2024-04-10
                won             open     ann       20.00   2024-04-10
                lost            open     ann       0.50    2024-04-10
                closed          won      ann       99.00   2024-03-10
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id  amount  expected_close_date  closed_at
                moved           open     bob       12.50   2024-05-10           -
                won             won      ann       18.00   2024-03-31           2024-03-31 10:00
                lost            lost     ann       0.50    2024-03-31           2024-03-31 10:00
                closed          won      ann       99.00   2024-03-10           2024-03-10 10:00
                new             open     ann       -       -                    -
                """);
        build();
        expect(PIPELINE_BRIDGE, "2024-03-31", """
                position  bucket      opportunity_count  amount  moved_amount
                1         start       3                  30.50   0.00
                2         new         1                  0.00    0.00
                3         reopened    0                  0.00    0.00
                4         reassigned  1                  0.00    10.00
                5         pushed_out  1                  0.00    10.00
                6         pulled_in   0                  0.00    0.00
                7         up          1                  2.50    0.00
                8         down        1                  -2.00   0.00
                9         won         1                  -18.00  0.00
                10        lost        1                  -0.50   0.00
                11        removed     0                  0.00    0.00
                12        end         2                  12.50   0.00
                """);
    }

    @Test
    void isEmptyOnTheFirstNight() {
        given("crm.opportunities", """
                opportunity_id  outcome  amount
                new             open     1.00
                """);
        build();
        expect(PIPELINE_BRIDGE, "2024-03-31", "position  bucket");
    }

    private static void build() {
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        given(STAGE_STAYS, "2024-03-31");
        given(OPEN_OPPORTUNITIES, "2024-03-31");
        given(PIPELINE_CHANGES, "2024-03-31");
    }
}
