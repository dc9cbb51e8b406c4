package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.ingest.sql.GivenExpect.zone;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;

@ExtendWith(GivenExpect.class)
class OpportunitiesAsOfTest {

    @Test
    void countsADealClosedAfterTheNightAsOpen() {
        given("crm.opportunities", """
                opportunity_id  outcome  created_at        closed_at
                in-time         won      2024-04-01 09:00  2024-05-31 23:59
                too-late        won      2024-04-01 09:00  2024-06-01 00:00
                undated         lost     2024-04-01 09:00  -
                backwards       lost     2024-04-03 09:00  2024-04-01 09:00
                unknown         open     -                 -
                """);
        expect(OPPORTUNITIES_AS_OF, "2024-05-31", """
                opportunity_id  outcome  created_date  close_date  close_month  age_days
                in-time         won      2024-04-01    2024-05-31  2024-05-01   60
                too-late        open     2024-04-01    -           -            60
                undated         lost     2024-04-01    -           -            -
                backwards       lost     2024-04-03    2024-04-01  2024-04-01   -
                unknown         open     -             -           -            -
                """);
    }

    @Test
    void takesTeamRegionAndSegmentFromTheDealBeforeOwnerAndAccount() {
        given("crm.teams", """
                team_id  name    region
                t1       First   East
                t2       Second  West
                t3       Third   -
                """);
        given("crm.users", """
                user_id  team_id
                ann      t1
                bob      t3
                """);
        given("crm.accounts", """
                account_id  name  region  segment
                acme        Acme  South   large
                """);
        given("crm.opportunities", """
                opportunity_id  outcome  owner_id  team_id  account_id  segment
                1               open     ann       t2       acme        small
                2               open     ann       -        acme        -
                3               open     bob       -        acme        -
                4               open     gone      -        gone        -
                5               open     -         -        -           -
                """);
        expect(OPPORTUNITIES_AS_OF, "2024-05-31", """
                opportunity_id  owner_id  team_id  region  segment
                1               ann       t2       West    small
                2               ann       t1       East    large
                3               bob       t3       South   large
                4               gone      -        -       -
                5               -         -        -       -
                """);
    }

    @Test
    void countsDaysInTheZoneOfTheProject() {
        zone("Asia/Tehran");
        given("crm.opportunities", """
                opportunity_id  outcome  created_at        closed_at
                1               won      2024-05-31 23:59  2024-06-01 00:01
                """);
        expect(OPPORTUNITIES_AS_OF, "2024-06-01", """
                opportunity_id  outcome  close_month  age_days
                1               won      2024-06-01   1
                """);
    }
}
