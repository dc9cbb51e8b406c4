package org.kvartal.jobs.demo;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoCrmTest {
    private static final LocalDate LAST = LocalDate.of(2026, 6, 28);
    private static final String OPEN =
            "select O.ID from OPPORTUNITY O join SALES_STAGE S on S.ID = O.STAGE_ID where S.IS_CLOSED = 'N' and not O.DELETED";

    @TempDir
    private static Path folder;

    private static DemoCrm crm;
    private static DemoDatabase yesterday;
    private static DemoDatabase today;

    /** The last day is a Sunday, on which nothing would happen by itself. */
    @BeforeAll
    static void simulate() throws SQLException {
        crm = DemoCrm.simulate(7, Size.S, LAST);
        yesterday = DemoDatabase.write(crm, folder.resolve("yesterday"), LAST.minusDays(1));
        today = DemoDatabase.write(crm, folder.resolve("today"), LAST);
    }

    @Test
    void isAsLargeAsPromised() throws SQLException {
        assertThat(today.number("select count(*) from OPPORTUNITY")).isBetween(8_000.0, 10_000.0);
        assertThat(today.number("select count(*) from ACCOUNT where not DELETED and NAME is not null"))
                .isEqualTo(700);
        assertThat(today.number("select count(*) from EMPLOYEE where ROLE_KEY = 'SALES'"))
                .isEqualTo(60);
        assertThat(today.number("select count(*) from EMPLOYEE where ROLE_KEY = 'AGENT'"))
                .isEqualTo(30);
        assertThat(today.number("select count(*) from PRODUCT")).isEqualTo(9);
        assertThat(today.number("select count(*) from COMPETITOR")).isEqualTo(4);
        assertThat(today.number("select count(*) from SERVICE_REQUEST")).isBetween(12_000.0, 15_000.0);
        assertThat(today.number("select count(*) from ACTIVITY")).isBetween(15_000.0, 25_000.0);
    }

    @Test
    void theSameSeedGivesTheSameRowsWhateverTheDatabaseHeldBefore() throws SQLException {
        Path file = folder.resolve("again");
        DemoDatabase.write(crm, file, LAST.minusDays(300));
        DemoDatabase again = DemoDatabase.write(DemoCrm.simulate(7, Size.S, LAST), file, LAST);
        assertThat(again.tables()).isEqualTo(today.tables()).hasSize(41);
        for (String table : today.tables()) {
            String rows = "select * from " + table + " order by ID";
            assertThat(again.query(rows)).as(table).isEqualTo(today.query(rows));
        }
    }

    @Test
    void anotherSeedGivesAnotherCompany() {
        assertThat(DemoCrm.simulate(8, Size.S, LAST).truth(LAST).stuckDeals())
                .isNotEqualTo(crm.truth(LAST).stuckDeals());
    }

    @Test
    void aSaleThatClosesTodayIsStillOpenYesterday() throws SQLException {
        for (String outcome : List.of("WON", "LOST")) {
            String closedToday = "select O.ID from OPPORTUNITY O join SALES_STAGE S on S.ID = O.STAGE_ID"
                    + " where S.STAGE_KEY = '" + outcome
                    + "' and O.CLOSED_AT between timestamp '2026-06-27 22:00:00' and timestamp '2026-06-28 22:00:00'";
            assertThat(today.ids(closedToday)).as(outcome).hasSizeGreaterThanOrEqualTo(3);
            assertThat(yesterday.ids(OPEN)).containsAll(today.ids(closedToday));
        }
        assertThat(yesterday.number(
                        "select count(*) from OPPORTUNITY where CLOSED_AT is not null and CREATED_AT <= CLOSED_AT"
                                + " and STAGE_ID in (select ID from SALES_STAGE where IS_CLOSED = 'N')"))
                .isZero();
    }

    @Test
    void somethingOfEveryKindHappensBetweenTheLastTwoDays() throws SQLException {
        List<Integer> created = new ArrayList<>(today.ids("select ID from OPPORTUNITY"));
        created.removeAll(yesterday.ids("select ID from OPPORTUNITY"));
        assertThat(created).hasSizeGreaterThanOrEqualTo(4);
        assertThat(changedOnLastDay("EXPECTED_CLOSE", "and A.NEW_VALUE > A.OLD_VALUE"))
                .isGreaterThanOrEqualTo(3);
        assertThat(changedOnLastDay("AMOUNT_BASE", "")).isGreaterThanOrEqualTo(3);
    }

    private static double changedOnLastDay(String field, String condition) throws SQLException {
        return today.number("select count(distinct A.OPPORTUNITY_ID) from OPPORTUNITY_AUDIT A where A.FIELD_NAME = '"
                + field + "' and A.CREATED_AT >= timestamp '2026-06-27 22:00:00' " + condition);
    }

    @Test
    void theStockRunsOutOfWhatIsNoLongerSuppliedAndOfNothingElse() throws SQLException {
        String lastCount =
                " from STOCK_LEVEL S join PRODUCT P on P.ID = S.PRODUCT_ID where S.COUNTED_ON = date '2026-06-26'";
        assertThat(today.number("select sum(S.ON_HAND)" + lastCount + " and P.SKU = '" + Stock.RUNS_OUT + "'"))
                .isZero();
        assertThat(today.number("select min(S.ON_HAND)" + lastCount + " and P.SKU <> '" + Stock.RUNS_OUT
                        + "' and P.IS_ACTIVE = 'Y'"))
                .isPositive();
    }

    @Test
    void nothingIsEnteredAfterTheDay() throws SQLException {
        for (String table : yesterday.tables()) {
            assertThat(yesterday.number("select count(*) from " + table
                            + " where MODIFIED_AT >= timestamp '2026-06-27 22:00:00' or MODIFIED_AT < CREATED_AT"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void theAuditLeadsToThePresentStageAndAmount() throws SQLException {
        String last = """
                select count(*)
                from OPPORTUNITY O
                join (select OPPORTUNITY_ID, NEW_VALUE,
                             row_number() over (partition by OPPORTUNITY_ID order by CREATED_AT desc) as N
                      from OPPORTUNITY_AUDIT
                      where FIELD_NAME = '%s') A on A.OPPORTUNITY_ID = O.ID and A.N = 1
                where cast(O.%s as varchar) <> A.NEW_VALUE and O.AMOUNT_BASE >= 0""";
        assertThat(today.number(last.formatted("STAGE_ID", "STAGE_ID"))).isZero();
        assertThat(today.number(last.formatted("AMOUNT_BASE", "AMOUNT_BASE"))).isZero();
    }

    @Test
    void everyWonSaleIsOrderedForItsAmount() throws SQLException {
        assertThat(today.number("select count(*) from OPPORTUNITY O join SALES_STAGE S on S.ID = O.STAGE_ID"
                        + " left join SALES_ORDER R on R.OPPORTUNITY_ID = O.ID and R.TOTAL_BASE = O.AMOUNT_BASE"
                        + " where S.IS_WON = 'Y' and R.ID is null and O.CLOSED_AT < timestamp '2026-06-28 00:00:00'"))
                .isZero();
    }

    @Test
    void refusesDaysThatItHasNotSimulated() {
        assertThatThrownBy(() -> crm.writeTo(folder.resolve("never"), "secret", LAST.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid day of the demo: 2026-06-29 is not from 2023-06-29 to 2026-06-28");
    }
}
