package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.ACTIVITY_OUTCOMES;
import static org.kvartal.reports.mart.Marts.OPPORTUNITIES_AS_OF;

@ExtendWith(GivenExpect.class)
class ActivityOutcomesTest {
    /** Steps of 1 on 10 March and, won, on 20 April. The call of 10 March itself is no step later; 9 March has one, after a day. */
    @Test
    void countsActivitiesThatAStepFollowsWithinTwoWeeks() {
        given("crm.opportunities", """
                opportunity_id  outcome  created_at        closed_at
                1               won      2024-01-01 08:00  2024-04-20 08:00
                2               open     2024-01-01 08:00  -
                """);
        given("crm.opportunity_changes", """
                opportunity_id  changed_at        field   old_value  new_value
                1               2024-03-10 08:00  stage   a          b
                2               2024-03-10 08:00  amount  1          2
                """);
        given("crm.activities", """
                activity_id  kind   owner_id  opportunity_id  done_at
                1            call   ann       1               2024-03-09 08:00
                2            call   ann       1               2024-03-10 08:00
                3            call   ann       2               2024-03-01 08:00
                4            visit  ann       1               2024-04-06 08:00
                5            visit  ann       2               2024-04-20 08:00
                6            call   ann       -               2024-03-01 08:00
                7            call   ann       1               -
                """);
        given(OPPORTUNITIES_AS_OF, "2024-04-30");
        expect(ACTIVITY_OUTCOMES, "2024-04-30", """
                month       owner_id  kind   done_count  watched_count  followed_count  won_count
                2024-03-01  ann       call   3           3              1               2
                2024-04-01  ann       visit  2           1              1               1
                """);
    }
}
