package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;
import static org.kvartal.reports.mart.Marts.RESTATED_BOOKINGS;

@ExtendWith(GivenExpect.class)
class RestatedBookingsTest {
    @BeforeAll
    static void declareWhatEarlierStepsWrite() {
        StepTables.declare();
    }

    @Test
    void reportsTheMonthsThatAreOverAndNotTheRunningOne() {
        given("crm.opportunities", """
                opportunity_id  outcome  amount  closed_at
                march           won      10.00   2024-03-31 10:00
                april           won      20.00   2024-04-01 10:00
                old             won      30.00   2022-12-31 10:00
                lost            lost     40.00   2024-03-01 10:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-04-15");
        expect(RESTATED_BOOKINGS, "2024-04-15", """
                opportunity_id  month       reported_on  reported_count  reported_amount  restated_count  restated_amount  known_on
                march           2024-03-01  2024-04-15   1               10.00            1               10.00            2024-04-15
                """);
    }

    @Test
    void keepsWhatWasReportedBesideWhatIsKnownNow() {
        given("previous.restated_bookings", """
                opportunity_id  month       reported_on  reported_count  reported_amount  known_on
                same            2024-03-01  2024-04-01   1               1.00             2024-04-30
                raised          2024-03-01  2024-04-01   1               2.00             2024-04-30
                reopened        2024-03-01  2024-04-01   1               4.00             2024-04-30
                moved           2024-02-01  2024-03-01   1               8.00             2024-04-30
                undone          2024-03-01  2024-04-01   0               0.00             2024-04-30
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  amount  closed_at
                same            won      1.00    2024-03-31 10:00
                raised          won      3.00    2024-03-31 10:00
                reopened        open     4.00    -
                moved           won      8.00    2024-03-01 10:00
                undone          open     5.00    -
                late            won      16.00   2024-02-10 10:00
                april           won      32.00   2024-04-10 10:00
                may             won      64.00   2024-05-10 10:00
                """);
        given(OPPORTUNITIES_AS_OF, "2024-05-31");
        expect(RESTATED_BOOKINGS, "2024-05-31", """
                opportunity_id  month       reported_on  reported_count  reported_amount  restated_count  restated_amount  known_on
                april           2024-04-01  2024-04-30   0               0.00             1               32.00            2024-05-31
                late            2024-02-01  2024-03-01   0               0.00             1               16.00            2024-05-31
                may             2024-05-01  2024-05-31   1               64.00            1               64.00            2024-05-31
                moved           2024-02-01  2024-03-01   1               8.00             0               0.00             2024-05-31
                moved           2024-03-01  2024-04-01   0               0.00             1               8.00             2024-05-31
                raised          2024-03-01  2024-04-01   1               2.00             1               3.00             2024-05-31
                reopened        2024-03-01  2024-04-01   1               4.00             0               0.00             2024-05-31
                same            2024-03-01  2024-04-01   1               1.00             1               1.00             2024-05-31
                """);
    }
}
