package org.kvartal.reports.measure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.sql.GivenExpect;
import org.kvartal.ingest.sql.TestSession;
import org.kvartal.reports.mart.Marts;
import org.kvartal.reports.mart.StepTables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kvartal.ingest.sql.GivenExpect.given;

@ExtendWith(GivenExpect.class)
class MeasuresTest {
    @Test
    void nameColumnsOfTheirMartsAndAreEmptyWithoutRows() {
        StepTables.declare();
        Marts.all().forEach(mart -> given(mart, "2024-05-31"));
        for (Measure measure : Measures.ALL) {
            assertThat(TestSession.spark().sql(measure.query()).collectAsList())
                    .as(measure.query())
                    .hasToString("[[null]]");
        }
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThat(Measures.ALL.stream().map(Measure::name)).doesNotHaveDuplicates();
    }

    @Test
    void divideSumsAndDoNotAverageRatios() throws SQLException {
        assertThat(value(Measures.WIN_RATE, "(won_count, lost_count)", "(1, 0), (1, 8)"))
                .isEqualTo(0.2);
        assertThat(value(Measures.COMPETITOR_WIN_RATE, "(won_count, lost_count)", "(3, 1), (0, 4)"))
                .isEqualTo(0.375);
        assertThat(value(Measures.AVERAGE_DEAL_SIZE, "(won_amount, won_count)", "(10.50, 1), (1.50, 3)"))
                .isEqualTo(3);
        assertThat(value(Measures.PLAN_ATTAINMENT, "(won_amount, plan_amount)", "(30.00, 40.00), (0.00, 20.00)"))
                .isEqualTo(0.5);
        assertThat(value(Measures.OVERDUE_SHARE, "(overdue_amount, open_amount)", "(1.00, 3.00), (0.00, 1.00)"))
                .isEqualTo(0.25);
        assertThat(value(Measures.STUCK_SHARE, "(stuck_amount, open_amount)", "(1.00, 3.00), (1.00, 1.00)"))
                .isEqualTo(0.5);
        assertThat(value(Measures.SLIPPAGE_SHARE, "(slipped_amount, promised_amount)", "(1.00, 3.00), (0.00, 1.00)"))
                .isEqualTo(0.25);
        assertThat(value(Measures.SLIPPAGE_RATE, "(slipped_count, promised_count)", "(1, 3), (1, 1)"))
                .isEqualTo(0.5);
        assertThat(value(Measures.COHORT_WIN_RATE, "(won_count, created_count)", "(1, 3), (0, 1)"))
                .isEqualTo(0.25);
        assertThat(value(Measures.COHORT_OPEN_SHARE, "(open_count, created_count)", "(1, 3), (0, 1)"))
                .isEqualTo(0.25);
        assertThat(value(Measures.COHORT_WIN_RATE_90, "(won_within_90_count, watched_90_count)", "(1, 3), (0, 1)"))
                .isEqualTo(0.25);
        assertThat(value(Measures.STEP_RATE, "(followed_count, watched_count)", "(1, 3), (0, 1)"))
                .isEqualTo(0.25);
        assertThat(value(Measures.ORDER_RATE, "(order_count)", "(2), (0), (1), (0)"))
                .isEqualTo(0.5);
        assertThat(value(
                        Measures.DISCOUNT_DEPTH,
                        "(discount_amount, list_amount)",
                        "(1.00, 3.00), (0.00, 1.00), (null, null)"))
                .isEqualTo(0.25);
        assertThat(value(Measures.ON_TIME_RATE, "(on_time_in_full)", "(true), (false), (false), (false), (null)"))
                .isEqualTo(0.25);
        assertThat(value(
                        Measures.STOCK_COVER_DAYS,
                        "(on_hand_units, demand_units, demand_days)",
                        "(42.0, 61.0, 61), (null, 9.0, 30)"))
                .as("without a stock there is no cover")
                .isEqualTo(42);
        assertThat(value(Measures.MEAN_HANDLING_HOURS, "(handling_hours, handled_count)", "(9.0, 3), (1.0, 1)"))
                .isEqualTo(2.5);
        assertThat(value(
                        Measures.MEAN_FIRST_RESPONSE_HOURS,
                        "(first_response_hours, first_response_count)",
                        "(3.0, 2), (0.0, 1)"))
                .isEqualTo(1);
        assertThat(value(Measures.MEAN_SATISFACTION, "(satisfaction_sum, satisfaction_count)", "(5.0, 1), (4.0, 2)"))
                .isEqualTo(3);
        assertThat(value(Measures.SATISFACTION_RESPONSE_RATE, "(satisfaction_count, resolved_count)", "(1, 4), (0, 0)"))
                .isEqualTo(0.25);
        assertThat(value(Measures.TRAINING_COVERAGE_RATE, "(trained_count, headcount)", "(1, 1), (0, 3)"))
                .isEqualTo(0.25);
        assertThat(value(Measures.ACCOUNT_COMPLETENESS_RATE, "(filled_count, account_count)", "(1, 2), (2, 2)"))
                .isEqualTo(0.75);
    }

    @Test
    void leaveOutWinsOfOwnersWithoutQuota() throws SQLException {
        assertThat(value(
                        Measures.QUOTA_ATTAINMENT,
                        "(won_amount, quota_amount)",
                        "(30.00, 40.00), (0.00, 20.00), (99.00, null)"))
                .isEqualTo(0.5);
    }

    @Test
    void tellWhatIsNeededADayUntilThePlanIsMet() throws SQLException {
        String columns = "(plan_amount, booked_amount, days_left)";
        assertThat(value(Measures.NEEDED_PER_DAY, columns, "(300.00, 120.00, 45)"))
                .isEqualTo(4);
        assertThat(value(Measures.NEEDED_PER_DAY, columns, "(300.00, 310.00, 45)"))
                .isEqualTo(0);
        assertThat(value(
                        Measures.NEEDED_PER_WORKING_DAY,
                        "(plan_amount, booked_amount, working_days_left)",
                        "(300.00, 120.00, 30)"))
                .isEqualTo(6);
        assertThat(value(Measures.BOOKED_PER_WORKING_DAY, "(booked_amount, working_days_gone)", "(120.00, 30)"))
                .isEqualTo(4);
        assertThat(value(Measures.PERIOD_ATTAINMENT, "(booked_amount, plan_amount)", "(120.00, 300.00)"))
                .isEqualTo(0.4);
    }

    /** Shares 0.5, 0.3, 0.1, 0.1: squares 0.25 + 0.09 + 0.01 + 0.01. What has no class is in no sum. */
    @Test
    void measureConcentrationOfWhatWasSold() throws SQLException {
        String rows = "('A', 1, 50.00), ('A', 2, 30.00), ('B', 3, 10.00), ('B', 6, 10.00), (null, 7, -5.00)";
        assertThat(value(Measures.SALES_CONCENTRATION, "(class, rank, amount)", rows))
                .isCloseTo(0.36, within(1e-12));
        assertThat(value(Measures.TOP_FIVE_SHARE, "(class, rank, amount)", rows))
                .isEqualTo(0.9);
    }

    @Test
    void takeMarginAndRetentionOfSums() throws SQLException {
        assertThat(value(Measures.MARGIN_RATE, "(costed_amount, cost_amount)", "(10.00, 4.00), (null, null)"))
                .isEqualTo(0.6);
        assertThat(value(Measures.CUSTOMER_RETENTION, "(active_count, customer_count)", "(1, 2), (0, 2)"))
                .isEqualTo(0.25);
        assertThat(value(Measures.NET_RETENTION, "(amount, first_amount)", "(300.00, 200.00)"))
                .isEqualTo(1.5);
        assertThat(value(Measures.GROSS_RETENTION, "(retained_amount, first_amount)", "(100.00, 200.00)"))
                .isEqualTo(0.5);
    }

    @Test
    void takeTheAgeOfWinsOnly() throws SQLException {
        assertThat(value(
                        Measures.WON_AGE,
                        "(outcome, age_from_days, age_days, opportunity_count)",
                        "('won', 0, 10, 2), ('won', 15, 20, 1), ('won', null, 0, 5), ('lost', 0, 7, 1)"))
                .isEqualTo(10);
    }

    @Test
    void takeSessionsHeldOnly() throws SQLException {
        assertThat(value(
                        Measures.TRAINING_ATTENDANCE_RATE,
                        "(held, attended_count, enrolled_count)",
                        "(true, 3, 4), (true, 3, 4), (false, 0, 9)"))
                .isEqualTo(0.75);
    }

    @Test
    void groupByAColumnOfTheMart() {
        assertThat(Measures.STUCK_SHARE.queryBy("region"))
                .isEqualTo(
                        "select region, cast(sum(stuck_amount) as double) / nullif(cast(sum(open_amount) as double), 0)"
                                + " as stuck_share from mart.pipeline_by_stage group by region order by region");
    }

    /** The measure over the rows given, in the engine that reads the published marts. */
    private static double value(Measure measure, String columns, String rows) throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("create schema mart");
            statement.execute("create view mart." + measure.mart() + " as select * from (values " + rows + ") as given"
                    + columns);
            try (ResultSet result = statement.executeQuery(measure.query())) {
                result.next();
                return result.getDouble(1);
            }
        }
    }
}
