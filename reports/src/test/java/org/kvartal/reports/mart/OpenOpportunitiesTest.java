package org.kvartal.reports.mart;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.OPEN_OPPORTUNITIES;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;

@ExtendWith(GivenExpect.class)
class OpenOpportunitiesTest {
    @BeforeAll
    static void declareVelocity() {
        StepTables.declare("forecast.stage_velocity");
    }

    private static final LocalDate CREATED = LocalDate.parse("2024-01-01");

    @Test
    void saysHowOldOverdueAndIdleADealIs() {
        given("crm.opportunities", """
                opportunity_id  name   outcome  stage  amount  created_at        stage_entered_at  closed_at         expected_close_date
                1               Alpha  open     offer  10.00   2024-03-01 08:00  2024-03-21 08:00  -                 2024-03-30
                2               Beta   open     offer  -       2024-03-01 08:00  -                 -                 2024-03-31
                3               Gamma  open     offer  5.00    -                 -                 -                 -
                4               Delta  won      offer  5.00    2024-03-01 08:00  -                 2024-04-01 00:00  2024-04-01
                5               Eps    won      offer  5.00    2024-03-01 08:00  -                 2024-03-31 00:00  2024-04-01
                """);
        given("crm.activities", """
                activity_id  kind  opportunity_id  done_at
                1            call  1               2024-03-25 08:00
                2            call  1               2024-03-28 08:00
                3            call  1               2024-04-01 08:00
                4            call  2               -
                """);
        given(OPPORTUNITIES_AS_OF, "2024-03-31");
        expect(OPEN_OPPORTUNITIES, "2024-03-31", """
                opportunity_id  opportunity_name  age_days  stage_days  overdue  overdue_days  last_activity_date  age_limit_days  stuck
                1               Alpha             30        10          true     1             2024-03-28          -               false
                2               Beta              30        -           false    0             -                   -               false
                3               Gamma             -         -           false    -             -                   -               false
                4               Delta             30        -           false    0             -                   -               false
                """);
    }

    @Test
    void callsADealStuckWhenItIsOlderThanWinsWere() {
        given("crm.opportunities", wonAfter(20, "offer") + """
                at-limit  open  offer  2024-05-12 00:00  -  -
                past      open  offer  2024-05-11 00:00  -  -
                """);
        given(OPPORTUNITIES_AS_OF, "2024-05-31");
        expect(OPEN_OPPORTUNITIES, "2024-05-31", """
                opportunity_id  age_days  age_limit_days  stage_limit_days  stuck  stuck_reason
                at-limit        19        19.05           -                 false  -
                past            20        19.05           -                 true   age
                """);
    }

    @Test
    void callsADealStuckWhenItStaysLongerInItsStageThanWinsDid() {
        given("crm.opportunities", wonAfter(20, "won") + """
                in-stage  open  offer  2024-05-20 00:00  2024-05-11 00:00  -
                both      open  offer  2024-05-01 00:00  2024-05-11 00:00  -
                other     open  talks  2024-05-20 00:00  2024-05-11 00:00  -
                """);
        given("forecast.stage_velocity", """
                stage  exit    p95_days
                offer  onward  19.05
                offer  any     1
                talks  any     1
                """);
        given(OPPORTUNITIES_AS_OF, "2024-05-31");
        expect(OPEN_OPPORTUNITIES, "2024-05-31", """
                opportunity_id  stage_days  stage_limit_days  stuck  stuck_reason
                in-stage        20          19.05             true   stage
                both            20          19.05             true   stage
                other           20          -                 false  -
                """);
    }

    /** All are past the limit of age, 19.05 days. Stays in offer have a limit of their own, 40 days. */
    @Test
    void doesNotCallADealStuckAboutWhichSomethingIsDone() {
        given("crm.opportunities", wonAfter(20, "won") + """
                called    open  talks  2024-05-01 00:00  2024-05-02 00:00  -
                silent    open  talks  2024-05-01 00:00  2024-05-02 00:00  -
                in-time   open  offer  2024-04-01 00:00  2024-05-02 00:00  -
                """);
        given("crm.activities", """
                activity_id  kind  opportunity_id  done_at
                1            call  called          2024-05-02 08:00
                2            call  silent          2024-05-01 08:00
                """);
        given("forecast.stage_velocity", """
                stage  exit    p95_days
                offer  onward  40
                """);
        given(OPPORTUNITIES_AS_OF, "2024-05-31");
        expect(OPEN_OPPORTUNITIES, "2024-05-31", """
                opportunity_id  age_days  stage_days  stuck  stuck_reason
                called          30        29          false  -
                silent          30        29          true   age
                in-time         60        29          false  -
                """);
    }

    @Test
    void doesNotCallADealStuckWhenTooFewWereWon() {
        given("crm.opportunities", wonAfter(19, "offer") + """
                old  open  offer  2023-01-01 00:00  -  -
                """);
        given(OPPORTUNITIES_AS_OF, "2024-05-31");
        expect(OPEN_OPPORTUNITIES, "2024-05-31", """
                opportunity_id  age_limit_days  stuck  stuck_reason
                old             -               false  -
                """);
    }

    /** Deals won after 1, 2, ... days: the interpolated P95 of 1 to 20 is 1 + 0.95 * 19 = 19.05. */
    private static String wonAfter(int days, String stage) {
        return IntStream.rangeClosed(1, days)
                .mapToObj(day -> "w" + day + "  won  " + stage + "  " + CREATED + " 00:00  -  " + CREATED.plusDays(day)
                        + " 00:00\n")
                .collect(Collectors.joining(
                        "", "opportunity_id  outcome  stage  created_at  stage_entered_at  closed_at\n", ""));
    }
}
