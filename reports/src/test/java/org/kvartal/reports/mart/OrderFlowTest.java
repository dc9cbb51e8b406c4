package org.kvartal.reports.mart;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;

import static org.kvartal.ingest.sql.GivenExpect.expect;
import static org.kvartal.ingest.sql.GivenExpect.given;
import static org.kvartal.reports.mart.Marts.ORDER_CYCLE;
import static org.kvartal.reports.mart.Marts.ORDER_FLOW;

@ExtendWith(GivenExpect.class)
class OrderFlowTest {
    @BeforeAll
    static void declareVersions() {
        StepTables.declare("history.orders");
    }

    /**
     * 1 comes in with 100, is raised to 130 in April and stays open. 2 is lowered from 50 to 40 and delivered. 3 is
     * cancelled in May. 4 has no versions. What is left is 130, the backlog.
     */
    @Test
    void addsUpToTheBacklog() {
        given("crm.orders", """
                order_id  owner_id  status     amount  ordered_at        delivered_on
                1         ann       open       130.00  2024-03-01 08:00  -
                2         ann       delivered  40.00   2024-03-02 08:00  2024-04-20
                3         ann       cancelled  7.00    2024-03-31 08:00  -
                4         bob       delivered  9.00    2024-04-03 08:00  2024-05-01
                """);
        given("history.orders", """
                order_id  status     amount  ordered_at        valid_from  valid_to
                1         open       100.00  2024-03-01 08:00  2024-03-01  2024-04-05
                1         open       130.00  2024-03-01 08:00  2024-04-05  -
                2         open       50.00   2024-03-02 08:00  2024-03-02  2024-03-09
                2         open       40.00   2024-03-02 08:00  2024-03-09  2024-04-20
                2         delivered  40.00   2024-03-02 08:00  2024-04-20  -
                3         open       7.00    2024-03-31 08:00  2024-03-31  2024-05-02
                3         cancelled  7.00    2024-03-31 08:00  2024-05-02  -
                """);
        given(ORDER_CYCLE, "2024-05-31");
        expect(ORDER_FLOW, "2024-05-31", """
                month       owner_id  movement   order_count  amount
                2024-03-01  ann       received   3            157.00
                2024-03-01  ann       changed    1            -10.00
                2024-04-01  ann       changed    1            30.00
                2024-04-01  ann       delivered  1            -40.00
                2024-05-01  ann       cancelled  1            -7.00
                2024-04-01  bob       received   1            9.00
                2024-05-01  bob       delivered  1            -9.00
                """);
    }
}
