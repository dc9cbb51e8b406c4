package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.DEALS_COMPARED;
import static org.kvartal.reports.mart.Marts.OUTLOOK_BRIDGE;
import static org.kvartal.reports.mart.Marts.OUTLOOK_CHANGES;

@ExtendWith(GivenExpect.class)
class OutlookChangesTest {
    private static final String OUTLOOK = "quarter  first_day   last_day    mean  new_mean  evidence\n";

    @BeforeAll
    static void declareTheNights() {
        StepTables.declare();
    }

    @Test
    void putsEachChangeIntoOneBucket() {
        given("previous.quarter_outlook", OUTLOOK + "Q1 2024  2024-01-01  2024-03-31  1000  300  full");
        given("previous.opportunities", """
                opportunity_id  outcome  owner_id  stage  amount  win_in_quarter  expected_close_date  closed_at
                same            open     ann       talk   100.00  0.5             2024-03-10           -
                without-amount  open     ann       talk   -       0.5             2024-03-10           -
                aged            open     ann       talk   100.00  0.5             2024-03-10           -
                pushed          open     ann       talk   100.00  0.5             2024-03-10           -
                pulled          open     ann       talk   100.00  0.5             2024-03-20           -
                resized         open     ann       talk   100.00  0.5             2024-03-10           -
                staged          open     ann       talk   100.00  0.5             2024-03-10           -
                moved           open     ann       talk   100.00  0.5             2024-03-10           -
                moved-pushed    open     ann       talk   100.00  0.5             2024-03-10           -
                won             open     ann       talk   100.00  0.5             2024-03-10           -
                lost            open     ann       talk   100.00  0.5             2024-03-10           -
                removed         open     ann       talk   100.00  0.5             2024-03-10           -
                entered-late    open     ann       talk   100.00  0.5             2024-03-10           -
                fixed           won      ann       done   100.00  -               2024-01-10           2024-01-10 10:00
                reopened        won      ann       talk   80.00   -               2024-01-10           2024-01-10 10:00
                lost-before     lost     ann       gone   80.00   -               2024-01-10           2024-01-10 10:00
                won-last-year   won      ann       done   80.00   -               2023-01-10           2023-01-10 10:00
                """);
        given("forecast.quarter_outlook", OUTLOOK + "Q1 2024  2024-01-01  2024-03-31  1100  260  full");
        given("forecast.deal_outlook", """
                opportunity_id  win_in_quarter
                same            0.5
                without-amount  0.9
                aged            0.4
                pushed          0.1
                pulled          0.6
                resized         0.6
                staged          0.8
                moved           0.6
                moved-pushed    0.1
                new             0.3
                reopened        0.5
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id  stage  amount  expected_close_date  closed_at
                same            open     ann       talk   100.00  2024-03-10           -
                without-amount  open     ann       talk   -       2024-03-10           -
                aged            open     ann       talk   100.00  2024-03-10           -
                pushed          open     ann       talk   100.00  2024-05-10           -
                pulled          open     ann       talk   100.00  2024-03-10           -
                resized         open     ann       talk   200.00  2024-03-10           -
                staged          open     ann       offer  200.00  2024-03-10           -
                moved           open     bob       talk   100.00  2024-03-10           -
                moved-pushed    open     bob       talk   100.00  2024-05-10           -
                won             won      ann       talk   90.00   2024-03-10           2024-02-11 10:00
                lost            lost     ann       gone   100.00  2024-03-10           2024-02-11 10:00
                entered-late    won      ann       talk   100.00  2024-03-10           2023-12-30 10:00
                fixed           won      ann       done   110.00  2024-01-10           2024-01-10 10:00
                reopened        open     ann       talk   80.00   2024-01-10           -
                lost-before     lost     ann       gone   80.00   2024-01-10           2024-01-10 10:00
                won-last-year   won      ann       done   99.00   2023-01-10           2023-01-10 10:00
                new             open     ann       talk   100.00  2024-03-10           -
                quick           won      ann       talk   70.00   2024-03-10           2024-02-11 10:00
                """);
        given(DEALS_COMPARED, "2024-02-11");
        expect(OUTLOOK_CHANGES, "2024-02-11", """
                opportunity_id  bucket           direction  owner_id  stage  expected_month  amount_before  amount_after  change_amount
                aged            re_scored        out        ann       talk   2024-03-01      50.00          40.00         -10.00
                pushed          pushed_out       out        ann       talk   2024-03-01      50.00          0.00          -50.00
                pushed          pushed_out       in         ann       talk   2024-05-01      0.00           10.00         10.00
                pulled          pulled_in        in         ann       talk   2024-03-01      50.00          60.00         10.00
                resized         resized          in         ann       talk   2024-03-01      50.00          120.00        70.00
                staged          resized          in         ann       talk   2024-03-01      50.00          100.00        50.00
                staged          stage_changed    out        ann       talk   2024-03-01      100.00         0.00          -100.00
                staged          stage_changed    in         ann       offer  2024-03-01      0.00           160.00        160.00
                moved           reassigned       out        ann       talk   2024-03-01      50.00          0.00          -50.00
                moved           reassigned       in         bob       talk   2024-03-01      0.00           60.00         60.00
                moved-pushed    reassigned       out        ann       talk   2024-03-01      50.00          0.00          -50.00
                moved-pushed    reassigned       in         bob       talk   2024-03-01      0.00           50.00         50.00
                moved-pushed    pushed_out       out        bob       talk   2024-03-01      50.00          0.00          -50.00
                moved-pushed    pushed_out       in         bob       talk   2024-05-01      0.00           10.00         10.00
                won             booked           in         ann       talk   2024-03-01      50.00          90.00         40.00
                lost            lost             out        ann       talk   2024-03-01      50.00          0.00          -50.00
                removed         removed          out        ann       talk   2024-03-01      50.00          0.00          -50.00
                entered-late    data_fix         out        ann       talk   2024-03-01      50.00          0.00          -50.00
                fixed           data_fix         in         ann       done   2024-01-01      100.00         110.00        10.00
                reopened        reopened         out        ann       talk   2024-01-01      80.00          40.00         -40.00
                new             new              in         ann       talk   2024-03-01      0.00           30.00         30.00
                quick           new              in         ann       talk   2024-03-01      0.00           70.00         70.00
                -               not_yet_created  out        -         -      -               300.00         260.00        -40.00
                -               allowance        in         -         -      -               -80.00         -10.00        70.00
                """);
    }

    @Test
    void leadsFromTheLastOutlookToWhatWasBookedOnceTheQuarterIsOver() {
        given("previous.quarter_outlook", OUTLOOK + "Q1 2024  2024-01-01  2024-03-31  325  20  full");
        given("previous.opportunities", """
                opportunity_id  outcome  amount  win_in_quarter  closed_at
                open            open     100.00  0.5             -
                next            open     100.00  0.5             -
                won             won      200.00  -               2024-03-01 10:00
                """);
        given("forecast.quarter_outlook", OUTLOOK + "Q2 2024  2024-04-01  2024-06-30  999  888  little");
        given("forecast.deal_outlook", """
                opportunity_id  win_in_quarter
                open            0.9
                new             0.9
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  amount  closed_at
                open            open     100.00  -
                next            won      130.00  2024-04-01 10:00
                won             won      200.00  2024-03-01 10:00
                new             open     500.00  -
                """);
        given(DEALS_COMPARED, "2024-04-01");
        given(OUTLOOK_CHANGES, "2024-04-01");
        expect(OUTLOOK_BRIDGE, "2024-04-01", """
                position  quarter  bucket           opportunity_count  amount
                1         Q1 2024  start            3                  325.00
                2         Q1 2024  new              0                  0.00
                3         Q1 2024  reopened         0                  0.00
                4         Q1 2024  reassigned       0                  0.00
                5         Q1 2024  resized          0                  0.00
                6         Q1 2024  pushed_out       2                  -100.00
                7         Q1 2024  pulled_in        0                  0.00
                8         Q1 2024  stage_changed    0                  0.00
                9         Q1 2024  re_scored        0                  0.00
                10        Q1 2024  model_change     0                  0.00
                11        Q1 2024  booked           0                  0.00
                12        Q1 2024  lost             0                  0.00
                13        Q1 2024  removed          0                  0.00
                14        Q1 2024  data_fix         0                  0.00
                15        Q1 2024  not_yet_created  0                  -20.00
                16        Q1 2024  allowance        0                  -5.00
                17        Q1 2024  end              1                  200.00
                """);
    }

    @Test
    void blamesTheModelOnlyWhenItRestsOnOtherEvidence() {
        given("previous.quarter_outlook", OUTLOOK + "Q1 2024  2024-01-01  2024-03-31  50  0  little");
        given("previous.opportunities", """
                opportunity_id  outcome  amount  win_in_quarter
                open            open     100.00  0.5
                """);
        given("forecast.quarter_outlook", OUTLOOK + "Q1 2024  2024-01-01  2024-03-31  80  0  full");
        given("forecast.deal_outlook", """
                opportunity_id  win_in_quarter
                open            0.8
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  amount
                open            open     100.00
                """);
        given(DEALS_COMPARED, "2024-02-11");
        expect(OUTLOOK_CHANGES, "2024-02-11", """
                opportunity_id  bucket           amount_before  amount_after
                open            model_change     50.00          80.00
                -               not_yet_created  0.00           0.00
                -               allowance        0.00           0.00
                """);

        given("previous.quarter_outlook", OUTLOOK + "Q1 2024  2024-01-01  2024-03-31  -  -  none");
        given(DEALS_COMPARED, "2024-02-11");
        expect(OUTLOOK_CHANGES, "2024-02-11", "opportunity_id  bucket  amount_before  amount_after");
        given(OUTLOOK_CHANGES, "2024-02-11");
        expect(OUTLOOK_BRIDGE, "2024-02-11", "position  bucket");
    }
}
