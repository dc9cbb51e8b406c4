package org.kvartal.reports.mart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.ACCOUNT_COMPLETENESS;

@ExtendWith(GivenExpect.class)
class AccountCompletenessTest {

    @Test
    void countsFilledFieldsByOwner() {
        given("crm.accounts", """
                account_id  name  owner_id  segment  industry  country  region  annual_revenue  employees
                1           A     ann       large    -         SK       East    1.5             -
                2           B     ann       small    -         SK       -       -               10
                3           C     -         large    retail    -        East    -               -
                """);
        expect(ACCOUNT_COMPLETENESS, "2024-03-31", """
                owner_id  field           account_count  filled_count
                ann       segment         2              2
                ann       industry        2              0
                ann       country         2              2
                ann       region          2              1
                ann       annual_revenue  2              1
                ann       employees       2              1
                -         segment         1              1
                -         industry        1              1
                -         country         1              0
                -         region          1              1
                -         annual_revenue  1              0
                -         employees       1              0
                """);
    }
}
