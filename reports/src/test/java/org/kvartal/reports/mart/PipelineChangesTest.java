package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.DEALS_COMPARED;
import static org.kvartal.reports.mart.Marts.PIPELINE_CHANGES;

@ExtendWith(GivenExpect.class)
class PipelineChangesTest {
    @BeforeAll
    static void declareTheNights() {
        StepTables.declare();
    }

    @Test
    void putsEachChangeIntoOneBucket() {
        given("previous.opportunities", """
                opportunity_id  outcome  owner_id  product_id  amount  expected_close_date
                same            open     ann       p           1.00    2024-04-10
                reopened        lost     ann       p           3.00    2024-04-10
                up              open     ann       p           4.00    2024-04-10
                down            open     ann       p           5.00    2024-04-10
                pushed          open     ann       p           6.00    2024-04-10
                pulled          open     ann       p           7.00    2024-04-10
                reassigned      open     ann       p           8.00    2024-04-10
                won             open     ann       p           9.00    2024-04-10
                lost            open     ann       p           10.00   2024-04-10
                removed         open     ann       p           11.00   2024-04-10
                closed-before   won      ann       p           99.00   2024-03-10
                closed-removed  lost     ann       p           99.00   2024-03-10
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id  product_id  amount  expected_close_date  closed_at
                same            open     ann       p           1.00    2024-04-10           -
                new             open     ann       p           2.00    2024-04-10           -
                reopened        open     ann       p           3.50    2024-05-10           -
                up              open     ann       p           4.25    2024-04-10           -
                down            open     ann       p           4.50    2024-04-10           -
                pushed          open     ann       p           6.00    2024-05-10           -
                pulled          open     ann       p           7.00    2024-04-09           -
                reassigned      open     bob       p           8.00    2024-04-10           -
                won             won      ann       p           9.00    2024-03-31           2024-03-31 10:00
                lost            lost     ann       p           0.00    2024-03-31           2024-03-31 10:00
                closed-before   lost     ann       p           88.00   2024-03-10           2024-03-10 10:00
                """);
        given(DEALS_COMPARED, "2024-03-31");
        expect(PIPELINE_CHANGES, "2024-03-31", """
                opportunity_id  bucket      direction  owner_id  product_id  expected_month  amount_before  amount_after  change_amount
                new             new         in         ann       p           2024-04-01      0.00           2.00          2.00
                reopened        reopened    in         ann       p           2024-05-01      0.00           3.50          3.50
                up              up          in         ann       p           2024-04-01      4.00           4.25          0.25
                down            down        out        ann       p           2024-04-01      5.00           4.50          -0.50
                pushed          pushed_out  out        ann       p           2024-04-01      6.00           0.00          -6.00
                pushed          pushed_out  in         ann       p           2024-05-01      0.00           6.00          6.00
                pulled          pulled_in   out        ann       p           2024-04-01      7.00           0.00          -7.00
                pulled          pulled_in   in         ann       p           2024-04-01      0.00           7.00          7.00
                reassigned      reassigned  out        ann       p           2024-04-01      8.00           0.00          -8.00
                reassigned      reassigned  in         bob       p           2024-04-01      0.00           8.00          8.00
                won             won         out        ann       p           2024-04-01      9.00           0.00          -9.00
                lost            lost        out        ann       p           2024-04-01      10.00          0.00          -10.00
                removed         removed     out        ann       p           2024-04-01      11.00          0.00          -11.00
                """);
    }

    @Test
    void splitsADealThatChangedInSeveralWays() {
        given("crm.teams", """
                team_id  name   region
                t1       North  East
                t2       South  West
                """);
        given("crm.users", """
                user_id  team_id
                ann      t1
                bob      t2
                """);
        given("previous.opportunities", """
                opportunity_id  outcome  owner_id  product_id  amount  expected_close_date
                open            open     ann       p           10.00   2024-04-10
                won             open     ann       p           20.00   2024-04-10
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id  product_id  amount  expected_close_date  closed_at
                open            open     bob       q           12.50   2024-05-10           -
                won             won      bob       p           18.00   2024-03-31           2024-03-31 10:00
                quick           won      bob       p           5.00    2024-03-31           2024-03-31 10:00
                missed          lost     bob       p           -       -                    2024-03-31 10:00
                """);
        given(DEALS_COMPARED, "2024-03-31");
        expect(PIPELINE_CHANGES, "2024-03-31", """
                opportunity_id  bucket      direction  owner_id  region  product_id  expected_month  change_amount
                open            reassigned  out        ann       East    p           2024-04-01      -10.00
                open            reassigned  in         bob       West    q           2024-04-01      10.00
                open            pushed_out  out        bob       West    q           2024-04-01      -10.00
                open            pushed_out  in         bob       West    q           2024-05-01      10.00
                open            up          in         bob       West    q           2024-05-01      2.50
                won             reassigned  out        ann       East    p           2024-04-01      -20.00
                won             reassigned  in         bob       West    p           2024-04-01      20.00
                won             down        out        bob       West    p           2024-04-01      -2.00
                won             won         out        bob       West    p           2024-04-01      -18.00
                quick           new         in         bob       West    p           2024-03-01      5.00
                quick           won         out        bob       West    p           2024-03-01      -5.00
                missed          new         in         bob       West    p           -               0.00
                missed          lost        out        bob       West    p           -               0.00
                """);
    }

    @Test
    void takesAPromiseThatIsMadeOrWithdrawnForAMoveInTime() {
        given("previous.opportunities", """
                opportunity_id  outcome  amount  expected_close_date
                made            open     1.00    -
                withdrawn       open     2.00    2024-04-10
                never           open     -       -
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  amount  expected_close_date
                made            open     1.00    2024-04-10
                withdrawn       open     2.00    -
                never           open     0.00    -
                """);
        given(DEALS_COMPARED, "2024-03-31");
        expect(PIPELINE_CHANGES, "2024-03-31", """
                opportunity_id  bucket      direction  expected_month  change_amount
                made            pulled_in   out        -               -1.00
                made            pulled_in   in         2024-04-01      1.00
                withdrawn       pushed_out  out        2024-04-01      -2.00
                withdrawn       pushed_out  in         -               2.00
                """);
    }

    @Test
    void hasNothingToSayOnTheFirstNight() {
        given("crm.opportunities", """
                opportunity_id  outcome  amount  closed_at
                1               open     1.00    -
                2               won      2.00    2024-03-31 10:00
                """);
        given(DEALS_COMPARED, "2024-03-31");
        expect(PIPELINE_CHANGES, "2024-03-31", "opportunity_id  bucket  direction");
    }
}
