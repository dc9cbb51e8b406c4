package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.PersianYears;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.fiscalCalendar;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.SLIPPAGE_BY_QUARTER;

@ExtendWith(GivenExpect.class)
class SlippageByQuarterTest {
    @BeforeAll
    static void declareVersions() {
        StepTables.declare("history.opportunities");
    }

    /**
     * On the eve of April 1, 2, 3 and 4 are open and promised for April to June. 1 is won in May; 2 is lost in July, after
     * the quarter; 3 is put off in April, and open; 4 is lost in time. 5 was promised for July; 6 was created in April.
     */
    @Test
    void holdsWhatWasPromisedAtTheStartAgainstWhatCameOfIt() {
        given("crm.opportunities", """
                opportunity_id  outcome  closed_at
                1               won      2024-05-10 08:00
                2               lost     2024-07-01 08:00
                3               open     -
                4               lost     2024-06-30 08:00
                5               won      2024-05-10 08:00
                6               won      2024-05-10 08:00
                """);
        given("history.opportunities", """
                opportunity_id  owner_id  outcome  amount  expected_close_date  valid_from  valid_to
                1               ann       open     100.00  2024-05-01           2024-03-05  2024-04-15
                1               ann       open     999.00  2024-08-01           2024-04-15  2024-05-10
                1               ann       won      999.00  2024-08-01           2024-05-10  -
                2               ann       open     20.00   2024-06-30           2024-03-31  2024-07-01
                2               ann       lost     20.00   2024-06-30           2024-07-01  -
                3               bob       open     3.00    2024-04-01           2024-03-31  2024-04-01
                3               bob       open     3.00    2024-09-01           2024-04-01  -
                4               bob       open     -       2024-06-01           2024-03-31  2024-06-30
                5               bob       open     5.00    2024-07-01           2024-03-31  2024-05-10
                6               bob       open     6.00    2024-05-01           2024-04-01  2024-05-10
                """);
        given(OPPORTUNITIES_AS_OF, "2024-07-15");
        expect(SLIPPAGE_BY_QUARTER, "2024-07-15", """
                quarter     owner_id  finished  promised_count  won_count  lost_count  slipped_count  promised_amount  won_amount  lost_amount  slipped_amount
                2024-04-01  ann       true      2               1          0           1              120.00           100.00      0.00         20.00
                2024-04-01  bob       true      2               0          1           1              3.00             0.00        0.00         3.00
                2024-07-01  bob       false     1               0          0           1              3.00             0.00        0.00         3.00
                """);
    }

    /** The first quarter of 1403 runs from 20 March to 20 June 2024. Deal 3 is entered on its first day, too late. */
    @Test
    void takesTheQuartersOfTheFiscalCalendar() {
        fiscalCalendar(new FiscalCalendar(new PersianYears(1)));
        given("crm.opportunities", """
                opportunity_id  outcome  closed_at
                1               won      2024-06-20 08:00
                2               open     -
                3               open     -
                """);
        given("history.opportunities", """
                opportunity_id  owner_id  outcome  amount  expected_close_date  valid_from  valid_to
                1               ann       open     100.00  2024-06-20           2024-03-19  2024-06-20
                2               ann       open     20.00   2024-06-21           2024-03-19  -
                3               ann       open     3.00    2024-05-01           2024-03-20  -
                """);
        given(OPPORTUNITIES_AS_OF, "2024-06-30");
        expect(SLIPPAGE_BY_QUARTER, "2024-06-30", """
                quarter     owner_id  finished  promised_count  won_count  lost_count  slipped_count  promised_amount  won_amount  lost_amount  slipped_amount
                2024-03-20  ann       true      1               1          0           0              100.00           100.00      0.00         0.00
                2024-06-21  ann       false     1               0          0           1              20.00            0.00        0.00         20.00
                """);
    }
}
