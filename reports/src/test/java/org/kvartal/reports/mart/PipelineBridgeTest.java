package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.DEALS_COMPARED;
import static org.kvartal.reports.mart.Marts.OPEN_OPPORTUNITIES;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.PIPELINE_BRIDGE;
import static org.kvartal.reports.mart.Marts.PIPELINE_CHANGES;

@ExtendWith(GivenExpect.class)
class PipelineBridgeTest {
    @BeforeAll
    static void declareWhatEarlierStepsWrite() {
        StepTables.declare();
    }

    @Test
    void leadsFromTheLastNightToThisOne() {
        given("previous.opportunities", """
                opportunity_id  outcome  owner_id  stage  amount  expected_close_date
                moved           open     ann       talk   10.00   2024-04-10
                won             open     ann       talk   20.00   2024-04-10
                lost            open     ann       talk   0.50    2024-04-10
                closed          won      ann       done   99.00   2024-03-10
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id  stage  amount  expected_close_date  closed_at
                moved           open     bob       offer  12.50   2024-05-10           -
                won             won      ann       done   18.00   2024-03-31           2024-03-31 10:00
                lost            lost     ann       gone   0.50    2024-03-31           2024-03-31 10:00
                closed          won      ann       paid   99.00   2024-03-10           2024-03-10 10:00
                new             open     ann       talk   -       -                    -
                """);
        build();
        expect(PIPELINE_BRIDGE, "2024-03-31", """
                position  bucket      opportunity_count  amount  moved_amount
                1         start       3                  30.50   0.00
                2         new         1                  0.00    0.00
                3         reopened    0                  0.00    0.00
                4         reassigned  1                  0.00    10.00
                5         stage_changed  1               0.00    10.00
                6         pushed_out  1                  0.00    10.00
                7         pulled_in   0                  0.00    0.00
                8         up          1                  2.50    0.00
                9         down        1                  -2.00   0.00
                10        won         1                  -18.00  0.00
                11        lost        1                  -0.50   0.00
                12        removed     0                  0.00    0.00
                13        end         2                  12.50   0.00
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
        given(OPEN_OPPORTUNITIES, "2024-03-31");
        given(DEALS_COMPARED, "2024-03-31");
        given(PIPELINE_CHANGES, "2024-03-31");
    }
}
